package dev.bellwether.alert.web;

import dev.bellwether.alert.report.RulesReport;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** How often alerts were right. */
@Path("/v1/rules")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"csm", "manager", "admin"})
class RulesResource {

    private final RulesReport report;

    RulesResource(RulesReport report) {
        this.report = report;
    }

    @GET
    @Path("/report")
    @Operation(summary = "Precision per kind of flag and per rule, by what people said of alerts")
    public Uni<RulesReport.Report> report() {
        return report.report();
    }
}
