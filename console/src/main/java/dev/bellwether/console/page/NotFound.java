package dev.bellwether.console.page;

import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Answers an address that does not exist with a page. */
class NotFound {

    @ServerExceptionMapper
    Response page(NotFoundException e) {
        return Response.status(Response.Status.NOT_FOUND)
                .type(MediaType.TEXT_HTML_TYPE)
                .entity(new NotFoundPage("page"))
                .build();
    }
}
