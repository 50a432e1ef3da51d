package dev.bellwether.health.score;

import dev.bellwether.contracts.AccountDescribed;
import dev.bellwether.contracts.AccountStatus;
import dev.bellwether.contracts.Fact;
import dev.bellwether.contracts.InvoiceChanged;
import dev.bellwether.contracts.InvoiceStatus;
import dev.bellwether.contracts.Mentioned;
import dev.bellwether.contracts.Occurrence;
import dev.bellwether.contracts.PaymentFailed;
import dev.bellwether.contracts.Priority;
import dev.bellwether.contracts.PulseTaken;
import dev.bellwether.contracts.SurveyAnswered;
import dev.bellwether.contracts.SurveyKind;
import dev.bellwether.contracts.TicketChanged;
import dev.bellwether.contracts.TicketStatus;
import dev.bellwether.contracts.UserDescribed;
import dev.bellwether.health.score.figure.Figures;
import dev.bellwether.health.score.memory.AccountMemory;
import dev.bellwether.health.score.memory.Hash64;
import dev.bellwether.health.score.memory.Settings;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What happened to one account, told day by day; everything happens at noon UTC, in the order of telling. */
public final class Story {

    private final AccountMemory memory;
    private int told;

    private Story(Settings settings) {
        memory = new AccountMemory(settings);
    }

    public static Story ofAnAccount() {
        return ofAnAccount(Settings.in(ZoneOffset.UTC));
    }

    public static Story ofAnAccount(Settings settings) {
        return new Story(settings);
    }

    public AccountMemory memory() {
        return memory;
    }

    public Figures figures(String day) {
        if (memory.lacksUses()) {
            memory.completeUses(); // nothing of the story was ever saved
        }
        return Figures.asOf(memory, LocalDate.parse(day));
    }

    public Health health(String day) {
        return Score.of(Model.defaultModel(), Sight.of(figures(day)));
    }

    public Story used(String day, String... users) {
        return used(LocalDate.parse(day), users);
    }

    public Story used(LocalDate day, String... users) {
        for (String user : users) {
            used(day, user, "export", BigDecimal.ONE);
        }
        return this;
    }

    public Story usedSome(String day, String user, String feature, String quantity) {
        return used(LocalDate.parse(day), user, feature, new BigDecimal(quantity));
    }

    private Story used(LocalDate day, String user, String feature, BigDecimal quantity) {
        memory.use(Hash64.of(user), Hash64.of(feature), day.toEpochDay(), quantity);
        return this;
    }

    public Story usedDaily(String from, String to, String... users) {
        LocalDate.parse(from).datesUntil(LocalDate.parse(to).plusDays(1)).forEach(day -> used(day, users));
        return this;
    }

    public Story seats(String day, int seats) {
        return learn(day, occurrence -> account(occurrence, seats, null));
    }

    public Story churned(String day) {
        return learn(day, occurrence -> account(occurrence, null, AccountStatus.CHURNED));
    }

    private static AccountDescribed account(
            Occurrence occurrence, @Nullable Integer seats, @Nullable AccountStatus status) {
        return new AccountDescribed(
                occurrence, null, null, null, null, seats, null, null, null, Map.of(), status, null, null);
    }

    public Story champion(String day, String user) {
        return learn(day, o -> new UserDescribed(o, user, null, null, null, true, null, null));
    }

    public Story noChampion(String day, String user) {
        return learn(day, o -> new UserDescribed(o, user, null, null, null, false, null, null));
    }

    public Story deactivated(String day, String user) {
        return learn(day, o -> new UserDescribed(o, user, null, null, null, null, null, true));
    }

    public Story reactivated(String day, String user) {
        return learn(day, o -> new UserDescribed(o, user, null, null, null, null, null, false));
    }

    public Story internal(String day, String user) {
        return learn(day, o -> new UserDescribed(o, user, null, null, null, null, true, null));
    }

    public Story notInternal(String day, String user) {
        return learn(day, o -> new UserDescribed(o, user, null, null, null, null, false, null));
    }

    public Story user(String day, String user, String email) {
        return learn(day, o -> new UserDescribed(o, user, email, null, null, null, null, null));
    }

    public Story invoiced(String day, String invoice, long cents, String dueOn) {
        return learn(
                day,
                o -> new InvoiceChanged(
                        o, invoice, cents, "EUR", null, LocalDate.parse(dueOn), InvoiceStatus.OPEN, null));
    }

    public Story invoice(String day, String invoice, InvoiceStatus status) {
        return learn(day, o -> new InvoiceChanged(o, invoice, null, null, null, null, status, null));
    }

    public Story paid(String day, String invoice) {
        return learn(
                day,
                o -> new InvoiceChanged(o, invoice, null, null, null, null, InvoiceStatus.PAID, LocalDate.parse(day)));
    }

    public Story paymentFailed(String day, String invoice) {
        return learn(day, o -> new PaymentFailed(o, invoice, "card declined"));
    }

    public Story opened(String day, String... tickets) {
        for (String ticket : tickets) {
            learn(day, o -> new TicketChanged(o, ticket, o.at(), TicketStatus.OPEN, Priority.NORMAL, null));
        }
        return this;
    }

    public Story openedUrgently(String day, String ticket) {
        return learn(day, o -> new TicketChanged(o, ticket, o.at(), TicketStatus.OPEN, Priority.URGENT, null));
    }

    public Story solved(String day, String ticket) {
        return learn(day, o -> new TicketChanged(o, ticket, null, TicketStatus.SOLVED, null, o.at()));
    }

    public Story nps(String day, String user, int score) {
        return learn(day, o -> new SurveyAnswered(o, user, SurveyKind.NPS, score, 10, null));
    }

    public Story csat(String day, String user, int score) {
        return learn(day, o -> new SurveyAnswered(o, user, SurveyKind.CSAT, score, 5, null));
    }

    public Story ces(String day, String user, int score, int scale) {
        return learn(day, o -> new SurveyAnswered(o, user, SurveyKind.CES, score, scale, null));
    }

    public Story mentioned(String day, String sentiment) {
        return learn(day, o -> new Mentioned(o, "x", new BigDecimal(sentiment), null, null));
    }

    public Story pulse(String day, int opinion) {
        return learn(day, o -> new PulseTaken(o, opinion, null, null));
    }

    private Story learn(String day, Function<Occurrence, Fact> fact) {
        // told later on the same day is later
        Instant at = LocalDate.parse(day).atTime(12, 0).plusSeconds(told).toInstant(ZoneOffset.UTC);
        memory.learn(fact.apply(new Occurrence("fact-%06d".formatted(told++), "acme", at)));
        return this;
    }
}
