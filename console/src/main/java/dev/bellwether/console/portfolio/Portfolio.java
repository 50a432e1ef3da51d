package dev.bellwether.console.portfolio;

import dev.bellwether.console.ConsoleSettings;
import dev.bellwether.console.health.AccountLine;
import dev.bellwether.console.health.Accounts;
import dev.bellwether.console.page.Address;
import dev.bellwether.console.page.Nothing;
import dev.bellwether.console.page.Notice;
import dev.bellwether.console.service.Reading;
import dev.bellwether.console.service.Slice;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Asks for accounts and makes of the answers what is shown. */
@ApplicationScoped
class Portfolio {

    /** The most rows on one page; who has more narrows the list. */
    static final int MOST_ROWS = 1_000;

    private final Accounts accounts;
    private final CensusTaker census;
    private final Clock clock;
    private final ConsoleSettings settings;

    Portfolio(Accounts accounts, CensusTaker census, Clock clock, ConsoleSettings settings) {
        this.accounts = accounts;
        this.census = census;
        this.clock = clock;
        this.settings = settings;
    }

    /** The first rows, at least a page and at most {@link #MOST_ROWS}. */
    Listing listing(Filter filter, int rows) {
        int shown = Math.clamp(rows, settings.pageSize(), MOST_ROWS);
        Reading<Slice<AccountLine>> reading = accounts.first(filter.query(), shown);
        Slice<AccountLine> list = reading.or(Slice.empty());
        return new Listing(
                census.latest().tiles(filter),
                Head.of(filter),
                rows(list),
                end(shown, list.nextCursor()),
                Nothing.in(reading, found -> found.items().isEmpty(), filter.narrows()),
                Notice.of(reading, settings.zone()));
    }

    /** The rows after the cursor. */
    PortfolioMore more(Filter filter, String cursor, int shown) {
        int count = settings.pageSize();
        return switch (accounts.after(filter.query(), count, cursor)) {
            case Reading.Live<Slice<AccountLine>> live ->
                new PortfolioMore(
                        rows(live.value()),
                        end(Math.min(shown + count, MOST_ROWS), live.value().nextCursor()));
            case Reading.Remembered<Slice<AccountLine>> old ->
                new PortfolioMore(
                        List.of(), tryAgain(shown, cursor, old.trouble().sentence()));
            case Reading.Away<Slice<AccountLine>> away ->
                new PortfolioMore(
                        List.of(), tryAgain(shown, cursor, away.trouble().sentence()));
            case Reading.NotThere<Slice<AccountLine>> gone ->
                new PortfolioMore(
                        List.of(), new End(shown, "", "The list has changed meanwhile. Reload the page for more."));
        };
    }

    private List<Row> rows(Slice<AccountLine> list) {
        LocalDate today = LocalDate.now(clock);
        return list.items().stream().map(account -> Row.of(account, today)).toList();
    }

    private static End end(int shown, @Nullable String cursor) {
        if (cursor == null) {
            return new End(shown, "", "");
        }
        return shown >= MOST_ROWS
                ? new End(shown, "", "More than " + MOST_ROWS + " accounts: search or filter to see the others.")
                : new End(shown, moreHref(cursor), "");
    }

    private static End tryAgain(int shown, String cursor, String sentence) {
        return new End(shown, moreHref(cursor), sentence);
    }

    private static String moreHref(String cursor) {
        return Address.of("/portfolio/more", Map.of("cursor", cursor));
    }
}
