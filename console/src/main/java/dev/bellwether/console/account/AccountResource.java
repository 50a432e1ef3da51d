package dev.bellwether.console.account;

import dev.bellwether.console.ConsoleSettings;
import dev.bellwether.console.health.AccountFile;
import dev.bellwether.console.health.Accounts;
import dev.bellwether.console.page.Address;
import dev.bellwether.console.page.NotFoundPage;
import dev.bellwether.console.page.Notice;
import dev.bellwether.console.service.Reading;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** An account, as a page and as the part by which an open page renews itself. */
@Path("/accounts/{id}")
@Produces(MediaType.TEXT_HTML)
class AccountResource {

    private final Accounts accounts;
    private final Clock clock;
    private final ConsoleSettings settings;

    AccountResource(Accounts accounts, Clock clock, ConsoleSettings settings) {
        this.accounts = accounts;
        this.clock = clock;
        this.settings = settings;
    }

    @GET
    @Operation(summary = "An account: its score, and what takes points from it")
    public Response page(@PathParam("id") String id) {
        Reading<AccountFile> reading = accounts.one(id);
        String notice = Notice.of(reading, settings.zone());
        return switch (reading) {
            case Reading.Live<AccountFile> live -> page(live.value(), notice);
            case Reading.Remembered<AccountFile> old -> page(old.value(), notice);
            case Reading.NotThere<AccountFile> gone -> notThere();
            case Reading.Away<AccountFile> away ->
                Response.ok(new AwayPage(
                                notice, source(id), settings.refreshInterval().toMillis()))
                        .build();
        };
    }

    @GET
    @Path("body")
    @Operation(summary = "The changing part alone; 204 when the version that the caller shows is still the newest")
    public Response body(@PathParam("id") String id, @RestQuery @Nullable String version) {
        Reading<AccountFile> reading = accounts.one(id);
        String notice = Notice.of(reading, settings.zone());
        return switch (reading) {
            case Reading.Live<AccountFile> live -> body(live.value(), notice, version);
            case Reading.Remembered<AccountFile> old -> body(old.value(), notice, version);
            case Reading.NotThere<AccountFile> gone -> wholePage();
            case Reading.Away<AccountFile> away -> Response.noContent().build();
        };
    }

    private Response page(AccountFile file, String notice) {
        AccountView view = view(file);
        return Response.ok(new AccountPage(
                        view,
                        notice,
                        version(view, notice),
                        source(file.id()),
                        settings.refreshInterval().toMillis()))
                .build();
    }

    private Response body(AccountFile file, String notice, @Nullable String shown) {
        AccountView view = view(file);
        String version = version(view, notice);
        if (version.equals(shown)) {
            return Response.noContent().build();
        }
        // who shows no version shows no account yet
        return shown == null
                ? wholePage()
                : Response.ok(new AccountBody(view, notice, version)).build();
    }

    private static Response notThere() {
        return Response.status(Response.Status.NOT_FOUND)
                .entity(new NotFoundPage("account"))
                .build();
    }

    private static Response wholePage() {
        return Response.noContent().header("HX-Refresh", "true").build();
    }

    private AccountView view(AccountFile file) {
        return AccountView.of(file, LocalDate.now(clock), settings.zone());
    }

    private static String version(AccountView view, String notice) {
        return Integer.toHexString(31 * view.hashCode() + notice.hashCode());
    }

    private static String source(String id) {
        return Address.ofAccount(id) + "/body";
    }
}
