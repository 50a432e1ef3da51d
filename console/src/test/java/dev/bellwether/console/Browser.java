package dev.bellwether.console;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/** A person's browser: keeps the session cookie, and shows where it is sent instead of going there. */
final class Browser {

    static final String SESSION = "bellwether-session";

    private final String session;

    private Browser(String session) {
        this.session = session;
    }

    /** One in which nobody has logged in. */
    static RequestSpecification unknown() {
        return given().redirects().follow(false);
    }

    /** One in which the admin has. */
    static Browser loggedIn() {
        return new Browser(login("admin", StandInResource.PASSWORD).getCookie(SESSION));
    }

    static Response login(String name, String password) {
        return unknown()
                .formParam("j_username", name)
                .formParam("j_password", password)
                .post("/j_security_check");
    }

    RequestSpecification request() {
        return unknown().cookie(SESSION, session);
    }

    /** The page at the address, which is taken as it is written. */
    Response open(String address) {
        return request().urlEncodingEnabled(false).get(address);
    }

    String page(String address) {
        return open(address).then().statusCode(200).extract().asString();
    }
}
