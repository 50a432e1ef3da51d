package dev.bellwether.alert.web;

import dev.bellwether.alert.document.Faulty;
import dev.bellwether.alert.silence.Silences;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Every error in one form; what is unexpected says only under which number it is found in the log. */
class Problems {

    private static final Logger LOG = Logger.getLogger(Problems.class);

    @ServerExceptionMapper
    Response badParameter(BadParameter e) {
        var error = new ProblemDocument.FieldError("/query/" + e.name(), e.detail());
        return ProblemDocument.response(400, "bad-parameter", "Bad parameter", e.name() + " " + e.detail(), error);
    }

    @ServerExceptionMapper
    Response faulty(Faulty e) {
        var errors = e.faults().stream()
                .map(fault -> new ProblemDocument.FieldError(fault.pointer(), fault.detail()))
                .toArray(ProblemDocument.FieldError[]::new);
        return ProblemDocument.response(400, "faulty-document", "Faulty document", "nothing was changed", errors);
    }

    @ServerExceptionMapper
    Response notAllowed(Silences.NotAllowed e) {
        return ProblemDocument.response(
                403, "forbidden", "Forbidden", "without the role manager a silence must name yourself as its person");
    }

    @ServerExceptionMapper
    Response unauthorized(UnauthorizedException e) {
        return unauthorized();
    }

    @ServerExceptionMapper
    Response unauthorized(AuthenticationFailedException e) {
        return unauthorized();
    }

    private static Response unauthorized() {
        Response problem = ProblemDocument.response(
                401, "unauthorized", "Unauthorized", "present a valid bearer token in the Authorization header");
        return Response.fromResponse(problem)
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                .build();
    }

    @ServerExceptionMapper
    Response forbidden(ForbiddenException e) {
        return ProblemDocument.response(403, "forbidden", "Forbidden", "the token's roles do not allow this");
    }

    @ServerExceptionMapper
    Response webApplication(WebApplicationException e) {
        Response.StatusType status = e.getResponse().getStatusInfo();
        return ProblemDocument.response(
                status.getStatusCode(), "http", status.getReasonPhrase(), status.getReasonPhrase());
    }

    @ServerExceptionMapper
    Response unexpected(RuntimeException e) {
        String number = UUID.randomUUID().toString();
        LOG.errorf(e, "a request failed: number=%s", number);
        return ProblemDocument.response(
                500, "unexpected", "Unexpected failure", "the log has more under number " + number);
    }
}
