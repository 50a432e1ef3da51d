package dev.bellwether.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The console as browsers meet it behind an ingress that ends TLS, configured as in {@code k8s/base/console.yaml}. */
@QuarkusTest
@QuarkusTestResource(StandInResource.class)
@TestProfile(BehindTlsTest.Ingress.class)
class BehindTlsTest {

    @Test
    void who_comes_by_https_is_sent_on_by_https() {
        byIngress().get("/").then().statusCode(302).header("Location", equalTo("https://bellwether.example.com/login"));
    }

    @Test
    void the_session_of_who_logs_in_by_https_never_leaves_by_http() {
        Response answer = byIngress()
                .header("Origin", "https://bellwether.example.com")
                .formParam("j_username", "admin")
                .formParam("j_password", StandInResource.PASSWORD)
                .post("/j_security_check");

        answer.then().statusCode(302).header("Location", equalTo("https://bellwether.example.com/"));
        assertThat(answer.getHeaders().getValues("Set-Cookie"))
                .anyMatch(cookie -> cookie.startsWith(Browser.SESSION + "=") && cookie.contains("Secure"));
    }

    private static RequestSpecification byIngress() {
        return Browser.unknown()
                .header("Host", "bellwether.example.com")
                .header("X-Forwarded-For", "192.0.2.7")
                .header("X-Forwarded-Host", "bellwether.example.com")
                .header("X-Forwarded-Port", "443")
                .header("X-Forwarded-Proto", "https");
    }

    /** What the deployment says, with this machine as the ingress. */
    public static final class Ingress implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "quarkus.http.proxy.proxy-address-forwarding", "true",
                    "quarkus.http.proxy.trusted-proxies", "127.0.0.0/8,::1/128");
        }
    }
}
