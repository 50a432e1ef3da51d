package dev.bellwether.renewal.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bellwether.contracts.AccountSnapshot;
import dev.bellwether.contracts.Codec;
import dev.bellwether.contracts.ContractChanged;
import dev.bellwether.contracts.ContractLine;
import dev.bellwether.contracts.Event;
import dev.bellwether.contracts.Period;
import dev.bellwether.contracts.agreed.Contract;
import dev.bellwether.renewal.account.Account;
import dev.bellwether.renewal.term.Course;
import dev.bellwether.renewal.term.Milestone;
import dev.bellwether.renewal.term.Noted;
import dev.bellwether.renewal.term.Outcome;
import dev.bellwether.renewal.term.Past;
import dev.bellwether.renewal.term.Schedule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A contract with all its versions folded, as of today.
 *
 * @param account whose contract it is, with its health
 * @param status draft, undated, trial, active, cancelled, lapsed or churned
 * @param startsOn of the term to decide on, else the one that runs or last ran; null, like the other days, while there is none
 * @param daysLeft from today to the decision date; negative once it has passed
 * @param milestones of that term; those that came, once it is decided
 * @param renewalLines lines from the next term on; null while no change was said
 * @param ended terms that are over, oldest first; one that was ended or followed early is over before its last day
 * @param desk what people said and did about that term
 * @param history everything that was ever said of the contract, oldest first
 */
record ContractView(
        String contractId,
        AccountView account,
        String kind,
        String status,
        @Nullable LocalDate startsOn,
        @Nullable LocalDate endsOn,
        int noticeDays,
        @Nullable LocalDate decisionOn,
        @Nullable Long daysLeft,
        boolean autoRenew,
        @Nullable LocalDate cancelledOn,
        @Nullable String currency,
        List<ContractLine> lines,
        Map<String, Long> annualValue,
        List<MilestoneView> milestones,
        List<EndView> ended,
        @Nullable List<ContractLine> renewalLines,
        DeskView desk,
        List<VersionView> history) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** The account, with its open flags in their own words. */
    record AccountView(
            String accountId,
            String name,
            @Nullable String owner,
            @Nullable BigDecimal score,
            String band,
            List<String> flags) {

        static AccountView of(Account account) {
            AccountSnapshot snapshot = account.snapshot();
            return new AccountView(
                    account.id(),
                    snapshot.name(),
                    snapshot.owner(),
                    snapshot.score(),
                    snapshot.band().json(),
                    account.flags());
        }
    }

    /**
     * A milestone.
     *
     * @param state coming, told, late or skipped
     */
    record MilestoneView(int days, LocalDate dueOn, String state) {

        /**
         * @param passed whether nobody will be told of it any more
         */
        static MilestoneView of(Milestone milestone, Past past, boolean passed) {
            Noted noted = past.of(milestone);
            String untold = passed ? Noted.SKIPPED.word() : "coming";
            return new MilestoneView(milestone.days(), milestone.dueOn(), noted == null ? untold : noted.word());
        }
    }

    /**
     * A term that is over.
     *
     * @param outcome renewed, lapsed or churned
     */
    record EndView(LocalDate startsOn, LocalDate endsOn, String outcome) {

        static EndView of(Period term, Outcome outcome) {
            return new EndView(term.startsOn(), term.endsOn(), outcome.name().toLowerCase(Locale.ROOT));
        }
    }

    /**
     * A version of the contract.
     *
     * @param by who said it, when a person did; null when a source did
     * @param said its fields, as they came
     */
    record VersionView(String eventId, Instant at, @Nullable String by, JsonNode said) {

        static VersionView of(ContractChanged version) {
            try {
                byte[] data = Codec.write(version, "/history").data();
                JsonNode said = JSON.readTree(data);
                return new VersionView(version.id(), version.occurredAt(), version.author(), said);
            } catch (IOException e) {
                throw new UncheckedIOException("what was just written cannot be read", e);
            }
        }
    }

    /** The term that runs, or the last that ran; null while there is none. */
    static @Nullable Period term(Contract contract, LocalDate today) {
        return Course.of(contract, today).term().orElse(null);
    }

    static ContractView of(Found found, LocalDate today, DeskView desk) {
        Account account = found.account();
        Contract contract = found.contract();
        Course course = found.history().course(today);
        Past past =
                account.past().getOrDefault(contract.contractId(), Past.NONE).asOf(today);
        Period term = course.term().orElse(null);
        LocalDate decisionOn = term == null ? null : contract.decisionOn(term);
        return new ContractView(
                contract.contractId(),
                AccountView.of(account),
                contract.kind().json(),
                course.standing().status().word(),
                term == null ? null : term.startsOn(),
                term == null ? null : term.endsOn(),
                contract.noticeDays(),
                decisionOn,
                decisionOn == null ? null : ChronoUnit.DAYS.between(today, decisionOn),
                contract.autoRenew(),
                contract.stop().cancelledOn(),
                contract.currency(),
                contract.lines(term),
                contract.annualValue(term),
                milestones(contract, course, past, today),
                course.ends().stream()
                        .map(end -> EndView.of(end.term(), end.outcome()))
                        .toList(),
                contract.prices().atRenewal() == null
                        ? null
                        : contract.prices().atRenewal().lines(),
                desk,
                history(account, contract));
    }

    private static List<VersionView> history(Account account, Contract contract) {
        return account.versions().getOrDefault(contract.contractId(), List.of()).stream()
                .sorted(Event.OLDEST_FIRST)
                .map(VersionView::of)
                .toList();
    }

    /** Of a term that is decided, nothing comes any more. */
    private static List<MilestoneView> milestones(Contract contract, Course course, Past past, LocalDate today) {
        boolean undecided = course.undecided().isPresent();
        List<Milestone> schedule = course.term().stream()
                .flatMap(term -> Schedule.of(contract, term).stream())
                .toList();
        return schedule.stream()
                .filter(milestone -> undecided || past.of(milestone) != null)
                .map(milestone -> MilestoneView.of(milestone, past, hasPassed(milestone, schedule, today)))
                .toList();
    }

    /** Of those that have come, the nearest to the decision is still told, until the decision. */
    private static boolean hasPassed(Milestone milestone, List<Milestone> schedule, LocalDate today) {
        return today.isAfter(milestone.decisionOn())
                || schedule.stream()
                        .anyMatch(nearer -> nearer.days() < milestone.days()
                                && !nearer.dueOn().isAfter(today));
    }
}
