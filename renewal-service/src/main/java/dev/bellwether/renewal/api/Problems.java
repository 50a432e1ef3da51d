package dev.bellwether.renewal.api;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Answers whatever goes wrong with a problem document. */
class Problems {

    private static final Logger LOG = Logger.getLogger(Problems.class);

    @ServerExceptionMapper
    Response refused(Refusal refusal) {
        return refusal.response();
    }

    @ServerExceptionMapper
    Response unknownCaller(UnauthorizedException e) {
        return unauthorized();
    }

    @ServerExceptionMapper
    Response badToken(AuthenticationFailedException e) {
        return unauthorized();
    }

    @ServerExceptionMapper
    Response forbidden(ForbiddenException e) {
        return ProblemDocument.of(
                        403, "forbidden", "Not allowed", "none of the token's roles opens this door", List.of())
                .response();
    }

    @ServerExceptionMapper
    Response http(WebApplicationException e) {
        int status = e.getResponse().getStatus();
        return ProblemDocument.of(status, "http-" + status, "The request cannot be answered", "", List.of())
                .response();
    }

    @ServerExceptionMapper
    Response unexpected(RuntimeException e) {
        LOG.errorf(e, "a request failed");
        return ProblemDocument.of(
                        500,
                        "unexpected",
                        "Something went wrong here",
                        "the request failed; the log says why",
                        List.of())
                .response();
    }

    private static Response unauthorized() {
        Response problem = ProblemDocument.of(
                        401, "unauthorized", "Who asks?", "a valid bearer token is needed", List.of())
                .response();
        return Response.fromResponse(problem)
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                .build();
    }
}
