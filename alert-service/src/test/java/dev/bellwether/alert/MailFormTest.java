package dev.bellwether.alert;

import static dev.bellwether.alert.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.alert.testing.AnAccount;
import dev.bellwether.alert.testing.MailStandIn;
import dev.bellwether.alert.testing.Surroundings;
import dev.bellwether.contracts.FlagRaised;
import dev.bellwether.messaging.testing.TestTopic;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.mail.BodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class MailFormTest {

    private final MailStandIn mail = Surroundings.mail();

    @Test
    void a_mail_is_html_and_text_and_says_that_a_machine_wrote_it() throws Exception {
        AnAccount acme = AnAccount.named("Form & Co <script>alert(1)</script>");

        MimeMessage letter = letterOf(acme, acme.latePayment("f1", 0));

        Map<String, String> parts = parts(letter);
        assertThat(parts.get("text/plain"))
                .contains("Form & Co <script>alert(1)</script>: an invoice is overdue (low)")
                .contains("Invoice inv-1 is 8 days past due.")
                .contains("Days past due: 8")
                .contains("Overdue amount: EUR 12,500.00")
                .contains("Health: 42 of 100, yellow")
                .contains("http://localhost:8080/accounts/" + acme.id());
        assertThat(parts.get("text/html"))
                .contains("Form &amp; Co &lt;script&gt;")
                .contains("href=\"http://localhost:8080/accounts/" + acme.id())
                .contains("prefers-color-scheme")
                .doesNotContain("<script>");
        assertThat(letter.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(letter.getMessageID()).matches("<alert-[0-9a-f-]{36}\\.1@bellwether>");
        assertThat(letter.getHeader("In-Reply-To")).isNull();
    }

    @Test
    void a_name_that_breaks_lines_adds_no_headers() throws Exception {
        AnAccount acme = AnAccount.named("Breaks\r\nBcc: everybody@example.com");

        MimeMessage letter = letterOf(acme, acme.latePayment("f1", 0));

        assertThat(letter.getAllRecipients()).hasSize(1);
        assertThat(letter.getHeader("Bcc")).isNull();
        assertThat(letter.getSubject()).startsWith("[Bellwether] Breaks");
        assertThat(parts(letter).get("text/plain")).contains("Breaks  Bcc").doesNotContain("\nBcc");
    }

    private MimeMessage letterOf(AnAccount account, FlagRaised flag) {
        String mark = account.name().substring(0, 6);
        TestTopic.send(flag);
        eventually(() -> assertThat(mail.mails(mark)).isNotEmpty());
        return mail.mails(mark).getLast();
    }

    private static Map<String, String> parts(MimeMessage letter) throws Exception {
        Map<String, String> parts = new HashMap<>();
        MimeMultipart alternatives = (MimeMultipart) letter.getContent();
        for (int i = 0; i < alternatives.getCount(); i++) {
            BodyPart part = alternatives.getBodyPart(i);
            parts.put(part.getContentType().split(";")[0], part.getContent().toString());
        }
        return parts;
    }
}
