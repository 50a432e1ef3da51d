package dev.bellwether.local.standin;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StandInsTest {

    private static final String BLOCKS = """
            {"text":"fallback","blocks":[
              {"type":"header","text":{"type":"plain_text","text":"Acme <script>"}},
              {"type":"section","text":{"type":"mrkdwn","text":"*red* since <http://localhost/a?b=1&amp;c=2|today>"}},
              {"type":"actions","elements":[{"type":"button","text":{"type":"plain_text","text":"Open"},"url":"javascript:alert(1)"}]}]}
            """;

    @TempDir
    Path folder;

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void slack_messages_are_numbered_kept_over_a_restart_and_shown_escaped() throws Exception {
        Path file = folder.resolve("slack.jsonl");
        try (SlackStandIn slack = SlackStandIn.start(0, file)) {
            assertThat(post(slack.url() + "/services/T/B/x", "{\"text\":\"first\"}")
                            .body())
                    .isEqualTo("ok");
            assertThat(post(slack.url() + "/services/T/B/x", BLOCKS).statusCode())
                    .isEqualTo(200);
        }
        try (SlackStandIn slack = SlackStandIn.start(0, file)) {
            JsonNode all = json(slack.url() + "/messages?since=0");
            assertThat(all).hasSize(2);
            assertThat(all.get(0).path("body").path("text").asText()).isEqualTo("first");
            assertThat(all.get(1).path("path").asText()).isEqualTo("/services/T/B/x");
            assertThat(json(slack.url() + "/messages?since=1")).hasSize(1);
            assertThat(get(slack.url() + "/"))
                    .contains("<h2>Acme &lt;script&gt;</h2>")
                    .contains("<strong>red</strong> since <a href=\"http://localhost/a?b=1&amp;c=2\"")
                    .doesNotContain("javascript:");
        }
    }

    @Test
    void slack_refuses_what_slack_refuses() throws Exception {
        try (SlackStandIn slack = SlackStandIn.start(0, folder.resolve("slack.jsonl"))) {
            assertThat(post(slack.url() + "/services/x", "no json").body()).isEqualTo("invalid_payload");
            assertThat(post(slack.url() + "/services/x", "{}").body()).isEqualTo("no_text");
            assertThat(json(slack.url() + "/messages")).isEmpty();
        }
    }

    @Test
    void a_bot_posts_edits_and_answers_and_the_page_shows_what_a_message_says_now() throws Exception {
        Path file = folder.resolve("slack.jsonl");
        String ts;
        try (SlackStandIn slack = SlackStandIn.start(0, file)) {
            assertThat(api(slack, "chat.postMessage", "Bearer nobody", "{}")
                            .path("error")
                            .asText())
                    .isEqualTo("invalid_auth");
            ts = api(slack, "chat.postMessage", "Bearer xoxb-x", "{\"channel\":\"C1\",\"text\":\"late\"}")
                    .path("ts")
                    .asText();
            api(slack, "chat.postMessage", "Bearer xoxb-x", answer(ts));
        }
        try (SlackStandIn slack = SlackStandIn.start(0, file)) {
            String edit = "{\"channel\":\"C1\",\"ts\":\"%s\",\"text\":\"paid\"}".formatted(ts);
            assertThat(api(slack, "chat.update", "Bearer xoxb-x", edit)
                            .path("ok")
                            .asBoolean())
                    .isTrue();
            assertThat(api(slack, "chat.update", "Bearer xoxb-x", edit.replace(ts, "1.2"))
                            .path("error")
                            .asText())
                    .isEqualTo("message_not_found");
            assertThat(json(slack.url() + "/messages")).hasSize(3);
            assertThat(get(slack.url() + "/"))
                    .contains("<p>paid</p>", "answer in a thread")
                    .doesNotContain("<p>late</p>");
        }
    }

    @Test
    void a_click_on_the_page_is_told_to_the_app_signed_and_what_the_app_answers_is_shown() throws Exception {
        BlockingQueue<String> told = new LinkedBlockingQueue<>();
        HttpServer app = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        app.createContext("/slack/interactions", exchange -> {
            told.add(exchange.getRequestHeaders().getFirst("X-Slack-Signature") + " "
                    + URLDecoder.decode(new String(exchange.getRequestBody().readAllBytes(), UTF_8), UTF_8));
            exchange.sendResponseHeaders(200, -1);
        });
        app.start();
        URI address = URI.create("http://localhost:" + app.getAddress().getPort() + "/slack/interactions");
        try (SlackStandIn slack =
                SlackStandIn.start(0, folder.resolve("slack.jsonl"), Optional.of(new Clicks(address, "secret")))) {
            String message = """
                    {"channel":"C1","text":"x","blocks":[{"type":"actions","elements":[{"type":"button",
                     "action_id":"useful","value":"a1","text":{"type":"plain_text","text":"Useful"}}]}]}""";
            String ts = api(slack, "chat.postMessage", "Bearer xoxb-x", message)
                    .path("ts")
                    .asText();
            assertThat(get(slack.url() + "/")).contains("action=\"/click\"", "value=\"a1\"", ">Useful</button>");

            assertThat(post(slack.url() + "/click", "ts=" + ts + "&action=useful&value=a1")
                            .statusCode())
                    .isEqualTo(303);

            String signed = told.take();
            assertThat(signed).matches("(?s)v0=[0-9a-f]{64} payload=\\{.*").contains("\"action_id\":\"useful\"");
            String responseUrl = signed.replaceAll("(?s).*\"response_url\":\"([^\"]+)\".*", "$1");
            post(responseUrl, "{\"replace_original\":true,\"text\":\"Called useful\"}");
            assertThat(get(slack.url() + "/")).contains("Called useful").doesNotContain("</button>");
        } finally {
            app.stop(0);
        }
    }

    private static String answer(String ts) {
        return "{\"channel\":\"C1\",\"thread_ts\":\"%s\",\"text\":\"worse\"}".formatted(ts);
    }

    private JsonNode api(SlackStandIn slack, String method, String authorization, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(slack.url() + "/api/" + method))
                .header("Authorization", authorization)
                .POST(BodyPublishers.ofString(body))
                .build();
        return new ObjectMapper()
                .readTree(client.send(request, BodyHandlers.ofString()).body());
    }

    @Test
    void a_mail_to_two_people_is_one_message_with_text_html_and_headers() throws Exception {
        Path file = folder.resolve("mail.jsonl");
        try (MailStandIn mail = MailStandIn.start(0, 0, file)) {
            Transport.send(mailTo(mail.smtpPort(), "mara@example.com, ayo@example.com"));
            JsonNode all = json(mail.url() + "/messages?since=0");
            assertThat(all).hasSize(1);
            JsonNode received = all.get(0);
            assertThat(received.path("from").asText()).isEqualTo("bellwether@example.com");
            assertThat(received.path("to").asText()).isEqualTo("mara@example.com, ayo@example.com");
            assertThat(received.path("subject").asText()).isEqualTo("Größer als 2");
            assertThat(received.path("text").asText()).isEqualTo("plain");
            assertThat(received.path("html").asText()).isEqualTo("<b>rich</b>");
            assertThat(received.path("headers").path("X-Alert").asText()).isEqualTo("7");
            assertThat(get(mail.url() + "/"))
                    .contains("srcdoc=\"&lt;b&gt;rich&lt;/b&gt;\"")
                    .contains("sandbox=\"\"");
        }
        try (MailStandIn mail = MailStandIn.start(0, 0, file)) {
            Transport.send(mailTo(mail.smtpPort(), "mara@example.com"));
            assertThat(json(mail.url() + "/messages?since=1").get(0).path("seq").asInt())
                    .isEqualTo(2);
        }
    }

    @Test
    void of_very_many_messages_all_are_told_and_the_newest_are_shown() throws Exception {
        Path file = folder.resolve("slack.jsonl");
        Files.write(
                file,
                IntStream.rangeClosed(1, 2500)
                        .mapToObj(i -> "{\"seq\":%d,\"body\":{\"text\":\"no. %d!\"}}".formatted(i, i))
                        .toList());
        try (SlackStandIn slack = SlackStandIn.start(0, file)) {
            post(slack.url() + "/services/x", "{\"text\":\"no. 2501!\"}");
            assertThat(json(slack.url() + "/messages?since=0"))
                    .hasSize(2501)
                    .first()
                    .satisfies(first -> assertThat(first.path("seq").asInt()).isEqualTo(1));
            assertThat(json(slack.url() + "/messages?since=400")).hasSize(2101);
            assertThat(json(slack.url() + "/messages?since=2500")).hasSize(1);
            assertThat(json(slack.url() + "/messages?since=2501")).isEmpty();
            assertThat(get(slack.url() + "/"))
                    .contains("no. 2501!", "no. 2302!")
                    .doesNotContain("no. 2301!");
        }
        assertThat(Files.readAllLines(file)).hasSize(2501);
    }

    private static MimeMessage mailTo(int port, String recipients) throws Exception {
        Properties properties = new Properties();
        properties.put("mail.smtp.host", "localhost");
        properties.put("mail.smtp.port", String.valueOf(port));
        MimeMessage message = new MimeMessage(Session.getInstance(properties));
        message.setFrom("Bellwether <bellwether@example.com>");
        message.setRecipients(Message.RecipientType.TO, InternetAddress.parse(recipients));
        message.setSubject("Größer als 2", "utf-8");
        message.setHeader("X-Alert", "7");
        MimeBodyPart text = new MimeBodyPart();
        text.setText("plain", "utf-8");
        MimeBodyPart html = new MimeBodyPart();
        html.setContent("<b>rich</b>", "text/html; charset=utf-8");
        message.setContent(new MimeMultipart("alternative", text, html));
        return message;
    }

    private HttpResponse<String> post(String url, String body) throws Exception {
        return client.send(
                HttpRequest.newBuilder(URI.create(url))
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private String get(String url) throws Exception {
        return client.send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString())
                .body();
    }

    private JsonNode json(String url) throws Exception {
        return new ObjectMapper().readTree(get(url));
    }
}
