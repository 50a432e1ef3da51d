package dev.bellwether.console.today;

import dev.bellwether.console.ConsoleSettings;
import dev.bellwether.console.page.Choice;
import dev.bellwether.console.page.Nothing;
import dev.bellwether.console.page.Notice;
import dev.bellwether.console.renewal.Renewals;
import dev.bellwether.console.renewal.TodayLine;
import dev.bellwether.console.service.Reading;
import dev.bellwether.console.service.Slice;
import dev.bellwether.console.wording.Names;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;

/** Asks for the renewals of the day and makes of the answers what is shown. */
@ApplicationScoped
class Today {

    private static final int OWNERS_FROM = 200;

    private final Renewals renewals;
    private final ConsoleSettings settings;

    Today(Renewals renewals, ConsoleSettings settings) {
        this.renewals = renewals;
        this.settings = settings;
    }

    Listing listing(Scope scope) {
        int shown = Math.max(scope.shown(), settings.pageSize());
        Reading<Slice<TodayLine>> reading = renewals.today(scope.owner(), shown);
        Slice<TodayLine> list = reading.or(Slice.empty());
        boolean more = list.nextCursor() != null;
        boolean full = shown >= Scope.MOST_ROWS;
        return new Listing(
                list.items().stream().map(line -> Row.of(line, settings.zone())).toList(),
                more && !full ? scope.withShown(shown + settings.pageSize()).href() : "",
                more && full ? "More than " + Scope.MOST_ROWS + " renewals: choose an owner to see the others." : "",
                Nothing.in(reading, found -> found.items().isEmpty(), scope.narrows()),
                Notice.of(reading, settings.zone()));
    }

    /** The owners at the head of the list, by name; any other can be asked for by e-mail. */
    List<Choice> owners(Scope scope) {
        return renewals.today("", OWNERS_FROM).or(Slice.empty()).items().stream()
                .map(TodayLine::owner)
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .map(email -> new Choice(email, Names.ofPerson(email), email.equals(scope.owner())))
                .toList();
    }
}
