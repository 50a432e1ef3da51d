package dev.bellwether.ingest.testing;

import io.restassured.RestAssured;
import java.net.URI;

/** Where the service under test listens. */
public final class Address {

    private Address() {}

    public static URI of(String path) {
        return URI.create(RestAssured.baseURI + ":" + RestAssured.port + path);
    }
}
