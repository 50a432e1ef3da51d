package dev.bellwether.alert;

import static dev.bellwether.alert.testing.Callers.manager;
import static dev.bellwether.alert.testing.Callers.operator;
import static dev.bellwether.alert.testing.Eventually.eventually;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import com.icegreen.greenmail.util.GreenMailUtil;
import dev.bellwether.alert.testing.AllChannels;
import dev.bellwether.alert.testing.AnAccount;
import dev.bellwether.alert.testing.MailStandIn;
import dev.bellwether.alert.testing.Surroundings;
import dev.bellwether.messaging.testing.TestTopic;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Surroundings.class)
@WithTestResource(AllChannels.class)
class MailLinksTest {

    private final MailStandIn mail = Surroundings.mail();

    @Test
    void opening_a_link_asks_and_posting_it_acts() throws Exception {
        AnAccount acme = AnAccount.named("Acme link");
        String acknowledge = link(text(letter(acme)), "Acknowledge");

        for (int i = 0; i < 3; i++) { // as scanners of mails do
            given().get(acknowledge)
                    .then()
                    .statusCode(200)
                    .header("Cache-Control", "no-store")
                    .header("Referrer-Policy", "no-referrer")
                    .body(containsString("I am on it"))
                    .body(containsString("<form method=\"post\""));
        }
        status(acme, "open");

        given().post(acknowledge).then().statusCode(200).body(containsString("Done"));
        status(acme, "acknowledged");
        manager()
                .queryParam("account", acme.id())
                .get("/v1/alerts")
                .then()
                .body("items[0].handledBy", equalTo("ann@example.com"));
    }

    @Test
    void a_link_that_was_changed_does_nothing() throws Exception {
        AnAccount acme = AnAccount.named("Acme changed");
        String acknowledge = link(text(letter(acme)), "Acknowledge");
        String changed = acknowledge.replaceFirst("/mail/.", "/mail/_");

        given().get(changed).then().statusCode(404);
        given().post(changed).then().statusCode(404).body(not(containsString("<form")));
        status(acme, "open");
    }

    @Test
    void whoever_unsubscribes_gets_no_mails_until_they_subscribe_again() throws Exception {
        AnAccount acme = AnAccount.named("Acme quiet").ownedBy("quiet@example.com");
        MimeMessage letter = letter(acme);
        assertThat(letter.getHeader("List-Unsubscribe-Post")).containsExactly("List-Unsubscribe=One-Click");
        String unsubscribe = local(letter.getHeader("List-Unsubscribe")[0].replaceAll("[<>\\s]", ""));

        given().get(unsubscribe).then().statusCode(200);
        String page = given().contentType("application/x-www-form-urlencoded")
                .body("List-Unsubscribe=One-Click")
                .post(unsubscribe)
                .asString();
        AnAccount other = AnAccount.named("Acme silent").ownedBy("Quiet@example.com");
        TestTopic.send(other.latePayment("f1", 0));

        eventually(() -> operator()
                .get("/v1/deliveries?channel=slack&status=sent")
                .then()
                .body("items.findAll { it.accountId == '" + other.id() + "' }.size()", equalTo(1)));
        operator()
                .get("/v1/deliveries?channel=email")
                .then()
                .body("items.findAll { it.accountId == '" + other.id() + "' }.size()", equalTo(0));
        assertThat(mail.mails(other.name())).isEmpty();

        given().post(local(found(page, "action=\"([^\"]+)\""))).then().statusCode(200);
        assertThat(letter(AnAccount.named("Acme loud").ownedBy("quiet@example.com")))
                .isNotNull();
    }

    private MimeMessage letter(AnAccount account) {
        TestTopic.send(account.latePayment("f1", 0));
        eventually(() -> assertThat(mail.mails(account.name())).isNotEmpty());
        return mail.mails(account.name()).getLast();
    }

    private static String text(MimeMessage letter) throws Exception {
        MimeMultipart alternatives = (MimeMultipart) letter.getContent();
        assertThat(GreenMailUtil.getBody(letter)).contains("text/html");
        return alternatives.getBodyPart(0).getContent().toString();
    }

    private static String link(String text, String label) {
        return local(found(text, label + ": (\\S+)"));
    }

    /** The service under test listens at another port than mails say. */
    private static String local(String url) {
        return url.substring(url.indexOf("/mail/"));
    }

    private static String found(String text, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        return matcher.results()
                .findFirst()
                .map((MatchResult result) -> result.group(1))
                .orElseThrow();
    }

    private static void status(AnAccount account, String status) {
        manager().queryParam("account", account.id()).get("/v1/alerts").then().body("items[0].status", equalTo(status));
    }
}
