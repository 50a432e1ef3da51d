package dev.bellwether.ingest;

import dev.bellwether.contracts.Problem;
import dev.bellwether.ingest.account.StoreUnavailable;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Answers whatever goes wrong outside the doors' own rules with a problem document. */
class Problems {

    private static final Logger LOG = Logger.getLogger(Problems.class);

    private final Outage outage;

    Problems(Outage outage) {
        this.outage = outage;
    }

    @ServerExceptionMapper
    Response badParameter(BadParameter e) {
        return HttpProblem.response(
                400, "bad-parameter", "A parameter is wrong", e.problem().text(), List.of(e.problem()));
    }

    @ServerExceptionMapper
    Response databaseAway(StoreUnavailable e) {
        return HttpProblem.refusal(
                outage.excuse(e).reason(),
                List.of(new Problem("", "the database does not answer in time; try again soon")));
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
        return HttpProblem.response(
                403, "forbidden", "Not allowed", "none of the token's roles opens this door", List.of());
    }

    @ServerExceptionMapper
    Response http(WebApplicationException e) {
        int status = e.getResponse().getStatus();
        String phrase = e.getResponse().getStatusInfo().getReasonPhrase();
        Response problem =
                HttpProblem.response(status, "http-" + status, "The request cannot be answered", phrase, List.of());
        return Response.fromResponse(problem)
                .header(HttpHeaders.ALLOW, e.getResponse().getHeaderString(HttpHeaders.ALLOW))
                .build();
    }

    @ServerExceptionMapper
    Response unexpected(Throwable e) {
        LOG.errorf(e, "a request failed");
        return HttpProblem.response(
                500, "unexpected", "Something went wrong here", "the request failed; the log says why", List.of());
    }

    private static Response unauthorized() {
        Response problem =
                HttpProblem.response(401, "unauthorized", "Who asks?", "a valid bearer token is needed", List.of());
        return Response.fromResponse(problem)
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                .build();
    }
}
