package dev.bellwether.alert.email;

import dev.bellwether.alert.action.Actions;
import dev.bellwether.alert.book.Handled;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.InstantSource;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;

/**
 * Where the links of mails lead. Opening one only asks: programs that look into mails for dangers open every link.
 * Posting does it, which is also what mail programs do when somebody unsubscribes there.
 */
@Path("/mail/{token}")
@PermitAll
@Produces(MediaType.TEXT_HTML)
class LinksResource {

    private static final String POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'";

    private final Links links;
    private final Actions actions;
    private final OptOuts optOuts;
    private final Template page;
    private final InstantSource clock;

    LinksResource(
            Links links,
            Actions actions,
            OptOuts optOuts,
            @Location("mail-link.html") Template page,
            InstantSource clock) {
        this.links = links;
        this.actions = actions;
        this.optOuts = optOuts;
        this.page = page;
        this.clock = clock;
    }

    @GET
    @Operation(summary = "Asks whether to do what a link of a mail is for; does nothing")
    public Uni<Response> ask(@RestPath String token) {
        return links.read(token)
                .map(link -> link.expired(clock.instant())
                        ? tooOld()
                        : answer(
                                200,
                                "One more click",
                                "For " + link.email() + ".",
                                link.purpose().words(),
                                ""))
                .orElseGet(this::unknown);
    }

    @POST
    @Operation(summary = "Does what a link of a mail is for")
    public Uni<Response> act(@RestPath String token) {
        Optional<Link> link = links.read(token);
        if (link.isEmpty()) {
            return unknown();
        }
        return link.get().expired(clock.instant()) ? tooOld() : act(link.get());
    }

    private Uni<Response> act(Link link) {
        return switch (link.purpose()) {
            case Purpose.Act act ->
                actions.perform(link.alert(), link.email(), act.action(), clock.instant())
                        .chain(this::told);
            case Purpose.Unsubscribe unsubscribe ->
                optOuts.add(link.email())
                        .chain(() -> answer(
                                200,
                                "You get no mails any more",
                                optOuts.consequence(link.email()),
                                new Purpose.Subscribe().words(),
                                links.about(new Purpose.Subscribe(), link.email())
                                        .orElse("")));
            case Purpose.Subscribe subscribe ->
                optOuts.remove(link.email()).chain(() -> answer(200, "You get mails again", "", "", ""));
        };
    }

    private Uni<Response> told(Handled handled) {
        return switch (handled) {
            case Handled.Done done -> answer(200, "Done", done.alert().headline(), "", "");
            case Handled.NotFound notFound -> answer(404, "There is no such alert any more", "", "", "");
            case Handled.Over over -> answer(409, "The alert is over", "It is " + over.status() + " already.", "", "");
        };
    }

    private Uni<Response> unknown() {
        return answer(404, "This link is not one of ours", "Perhaps the mail program broke it.", "", "");
    }

    private Uni<Response> tooOld() {
        return answer(410, "This link is too old", "Open the account in Bellwether instead.", "", "");
    }

    /**
     * A page.
     *
     * @param button what its button says; none when empty
     * @param target where the button leads; to the page itself when empty
     */
    private Uni<Response> answer(int status, String title, String text, String button, String target) {
        return page.data("title", title)
                .data("text", text)
                .data("button", button)
                .data("target", target)
                .createUni()
                .map(html -> Response.status(status)
                        .type(MediaType.TEXT_HTML + ";charset=utf-8")
                        .header("Cache-Control", "no-store")
                        .header("Referrer-Policy", "no-referrer")
                        .header("X-Robots-Tag", "noindex")
                        .header("Content-Security-Policy", POLICY)
                        .entity(html)
                        .build());
    }
}
