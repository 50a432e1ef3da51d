package dev.bellwether.health.score;

import dev.bellwether.contracts.AccountDescribed;
import dev.bellwether.contracts.AccountStatus;
import dev.bellwether.contracts.ContractChanged;
import dev.bellwether.contracts.ContractStatus;
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
import dev.bellwether.contracts.UsageRecorded;
import dev.bellwether.contracts.UserDescribed;
import dev.bellwether.health.score.memory.AccountMemory;
import dev.bellwether.health.score.memory.BusinessDays;
import dev.bellwether.health.score.memory.Hash64;
import dev.bellwether.health.score.memory.Settings;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Facts of every kind by a seed, with few identities, many gaps and many equal instants; and memories filled with them. */
public final class RandomFacts {

    public static final LocalDate FIRST = LocalDate.parse("2026-01-01");
    public static final LocalDate LAST = LocalDate.parse("2026-06-30");
    public static final Settings SETTINGS =
            new Settings(new BusinessDays(ZoneId.of("Europe/Berlin")), Set.of("us.example"));

    private final Random random;
    private int made;

    private RandomFacts(long seed) {
        random = new Random(seed);
    }

    public static List<Fact> of(long seed, int count) {
        RandomFacts facts = new RandomFacts(seed);
        return Stream.generate(facts::next).limit(count).toList();
    }

    /** A memory of the facts; a use counts at the first sight of its event only. */
    public static AccountMemory remembered(Iterable<Fact> facts) {
        AccountMemory memory = new AccountMemory(SETTINGS);
        Set<String> seen = new HashSet<>();
        for (Fact fact : facts) {
            remember(memory, fact, seen.add(fact.id()));
        }
        return memory;
    }

    /** The fact goes where the engine would put it. */
    public static void remember(AccountMemory memory, Fact fact, boolean first) {
        if (fact instanceof UsageRecorded usage) {
            long day = SETTINGS.days().dayOf(usage.occurredAt());
            if (first) {
                memory.use(Hash64.of(usage.userId()), Hash64.of(usage.feature()), day, usage.quantity());
            }
        } else {
            memory.learn(fact);
            if (memory.lacksUses()) {
                memory.completeUses(); // nothing was ever saved
            }
        }
    }

    /** The facts in another order, some of them twice. */
    public static List<Fact> shuffled(List<Fact> facts, long seed) {
        Random random = new Random(seed);
        List<Fact> shuffled = new ArrayList<>(facts);
        for (int i = 0; i < facts.size() / 3; i++) {
            shuffled.add(facts.get(random.nextInt(facts.size())));
        }
        Collections.shuffle(shuffled, random);
        return shuffled;
    }

    private Fact next() {
        Occurrence at = occurrence();
        return switch (random.nextInt(16)) {
            case 0, 1, 2, 3, 4, 5 -> new UsageRecorded(at, user(), "feature-" + random.nextInt(4), quantity());
            case 6 -> account(at);
            case 7 -> user(at);
            case 8, 9 -> invoice(at);
            case 10 -> new PaymentFailed(at, invoiceId(), null);
            case 11, 12 -> ticket(at);
            case 13 -> answer(at);
            case 14 ->
                random.nextBoolean()
                        ? new Mentioned(
                                at,
                                null,
                                BigDecimal.valueOf(random.nextInt(9) - 4L).movePointLeft(1),
                                null,
                                null)
                        : new PulseTaken(at, 1 + random.nextInt(5), null, null);
            default -> contract(at);
        };
    }

    private AccountDescribed account(Occurrence at) {
        return new AccountDescribed(
                at,
                sometimes(() -> "name-" + random.nextInt(3)),
                sometimes(() -> "csm-" + random.nextInt(3) + "@us.example"),
                sometimes(() -> "segment-" + random.nextInt(3)),
                null,
                sometimes(() -> random.nextInt(12)),
                sometimes(() -> random.nextBoolean() ? "EUR" : "USD"),
                null,
                null,
                random.nextBoolean() ? Map.of() : Map.of("trait-" + random.nextInt(2), "value-" + random.nextInt(3)),
                sometimes(() -> random.nextInt(8) == 0 ? AccountStatus.CHURNED : AccountStatus.ACTIVE),
                null,
                null);
    }

    private UserDescribed user(Occurrence at) {
        return new UserDescribed(
                at,
                user(),
                sometimes(() -> random.nextInt(5) == 0 ? "someone@us.example" : "someone@acme.example"),
                sometimes(() -> "name-" + random.nextInt(3)),
                null,
                sometimes(() -> random.nextInt(4) == 0),
                sometimes(() -> random.nextInt(5) == 0),
                sometimes(() -> random.nextInt(4) == 0));
    }

    private InvoiceChanged invoice(Occurrence at) {
        return new InvoiceChanged(
                at,
                invoiceId(),
                sometimes(() -> 100L * random.nextInt(50)),
                sometimes(() -> random.nextBoolean() ? "EUR" : "USD"),
                null,
                sometimes(() -> FIRST.plusDays(random.nextInt(180))),
                sometimes(() -> InvoiceStatus.values()[random.nextInt(4)]),
                sometimes(() -> FIRST.plusDays(random.nextInt(180))));
    }

    private TicketChanged ticket(Occurrence at) {
        return new TicketChanged(
                at,
                "ticket-" + random.nextInt(25),
                sometimes(() -> at.at().minusSeconds(random.nextInt(500_000))),
                sometimes(() -> TicketStatus.values()[random.nextInt(3)]),
                sometimes(() -> Priority.values()[random.nextInt(4)]),
                null);
    }

    private SurveyAnswered answer(Occurrence at) {
        return switch (random.nextInt(3)) {
            case 0 -> new SurveyAnswered(at, user(), SurveyKind.NPS, random.nextInt(11), 10, null);
            case 1 -> new SurveyAnswered(at, user(), SurveyKind.CSAT, 1 + random.nextInt(5), 5, null);
            default -> {
                int scale = random.nextBoolean() ? 7 : 5;
                yield new SurveyAnswered(at, user(), SurveyKind.CES, 1 + random.nextInt(scale), scale, null);
            }
        };
    }

    private ContractChanged contract(Occurrence at) {
        return new ContractChanged(
                at,
                "contract-" + random.nextInt(2),
                null,
                sometimes(() -> FIRST.plusDays(random.nextInt(180))),
                null,
                sometimes(() -> random.nextInt(90)),
                null,
                null,
                null,
                sometimes(() -> ContractStatus.values()[random.nextInt(4)]),
                null);
    }

    /** Instants are hours, so that many are equal; ids are not in the order of instants. */
    private Occurrence occurrence() {
        int hour = random.nextInt(24 * (int) (LAST.toEpochDay() - FIRST.toEpochDay()));
        Instant at = FIRST.atStartOfDay(SETTINGS.days().zone()).toInstant().plusSeconds(3_600L * hour);
        return new Occurrence("fact-" + (made++ * 7_919 % 10_007), "acme", at);
    }

    private String user() {
        return "user-" + random.nextInt(9);
    }

    private String invoiceId() {
        return "invoice-" + random.nextInt(8);
    }

    private BigDecimal quantity() {
        return BigDecimal.valueOf(1 + random.nextInt(30), random.nextInt(3));
    }

    private <T> @Nullable T sometimes(Supplier<T> value) {
        return random.nextInt(3) == 0 ? null : value.get();
    }
}
