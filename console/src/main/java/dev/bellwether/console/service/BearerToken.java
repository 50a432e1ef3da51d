package dev.bellwether.console.service;

import dev.bellwether.console.ConsoleSettings;
import jakarta.inject.Singleton;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;

/** Shows the console's token to the service that is called. */
@Singleton
public class BearerToken implements ClientRequestFilter {

    private final ConsoleSettings settings;

    BearerToken(ConsoleSettings settings) {
        this.settings = settings;
    }

    @Override
    public void filter(ClientRequestContext request) {
        settings.token()
                .ifPresent(token -> request.getHeaders().putSingle(HttpHeaders.AUTHORIZATION, "Bearer " + token));
    }
}
