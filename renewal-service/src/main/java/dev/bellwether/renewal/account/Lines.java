package dev.bellwether.renewal.account;

import dev.bellwether.contracts.Period;
import dev.bellwether.renewal.likelihood.Likelihood;
import dev.bellwether.renewal.stake.Exposure;
import dev.bellwether.renewal.stake.Reckoner;
import dev.bellwether.renewal.stake.Stake;
import dev.bellwether.renewal.term.Finding;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Writes where each contract stands and what is at stake, for the lists. */
final class Lines {

    private static final LocalDate END_OF_DAYS = LocalDate.of(9999, 12, 31);

    /**
     * A contract as a line of the lists.
     *
     * @param term the one spoken of; null while there is none
     * @param stake nothing when nobody has to decide any more
     */
    private record Line(
            Look look, Finding finding, @Nullable Period term, Optional<Stake> stake, Optional<Exposure> exposure) {

        @Nullable
        LocalDate decisionOn() {
            return term == null ? null : finding.contract().decisionOn(term);
        }

        @Nullable
        Object exposed(Function<Exposure, Object> figure) {
            return exposure.isPresent() ? figure.apply(exposure.get()) : null;
        }

        @Nullable
        Object likely(Function<Likelihood, Object> figure) {
            return exposed(one -> figure.apply(one.likelihood()));
        }
    }

    private static final String SAY = """
            on conflict (account_id, contract_id) do update
               set kind = excluded.kind, status = excluded.status, starts_on = excluded.starts_on,
                   ends_on = excluded.ends_on, decision_on = excluded.decision_on, listed_on = excluded.listed_on,
                   auto_renew = excluded.auto_renew, currency = excluded.currency,
                   annual_amount = excluded.annual_amount, owner = excluded.owner, zone = excluded.zone,
                   gravity = excluded.gravity, reckoned_on = excluded.reckoned_on, band = excluded.band,
                   milestone = excluded.milestone, past_terms = excluded.past_terms,
                   past_renewed = excluded.past_renewed, at_risk = excluded.at_risk, rank = excluded.rank,
                   reckon_at = excluded.reckon_at, reckoned_at = excluded.reckoned_at
            """;

    private Lines() {}

    static Uni<Void> write(Mutiny.Session session, List<Look> looks, Reckoner reckoner, Instant now) {
        List<Line> lines = looks.stream()
                .flatMap(look -> look.review().findings().stream().map(finding -> line(look, finding, reckoner)))
                .toList();
        return bulk(reckoner, now).insert(session, "contract", SAY, lines);
    }

    private static Line line(Look look, Finding finding, Reckoner reckoner) {
        var contract = finding.contract();
        Optional<Stake> stake = finding.course()
                .undecided()
                .filter(term -> !look.account().profile().isGone(contract))
                .map(term -> new Stake(
                        contract.decisionOn(term),
                        contract.renewsBySilence(),
                        contract.annualAmount(term),
                        contract.currency()));
        return new Line(
                look,
                finding,
                finding.course().term().orElse(null),
                stake,
                stake.flatMap(one -> reckoner.reckon(one, look.account().band(), look.today())));
    }

    private static Bulk<Line> bulk(Reckoner reckoner, Instant now) {
        return new Bulk<Line>()
                .column("account_id", "text", line -> line.look().account().id())
                .column("contract_id", "text", line -> line.finding().contract().contractId())
                .column("kind", "text", line -> line.finding().contract().kind().json())
                .column(
                        "status",
                        "text",
                        line -> line.finding().standing().status().word())
                .column(
                        "starts_on",
                        "date",
                        line -> line.term() == null ? null : line.term().startsOn())
                .column(
                        "ends_on",
                        "date",
                        line -> line.term() == null ? null : line.term().endsOn())
                .column("decision_on", "date", Line::decisionOn)
                .column("listed_on", "date", line -> line.decisionOn() == null ? END_OF_DAYS : line.decisionOn())
                .column(
                        "auto_renew",
                        "boolean",
                        line -> line.finding().contract().autoRenew())
                .column("currency", "text", line -> line.finding().contract().currency())
                .column(
                        "annual_amount",
                        "bigint",
                        line -> line.finding().contract().annualAmount(line.term()))
                .column(
                        "owner",
                        "text",
                        line -> small(line.look().account().profile().owner()))
                .column("zone", "text", line -> line.look().zone())
                .column("reckoned_at", "timestamptz", line -> now)
                .column(
                        "gravity",
                        "int",
                        line -> line.look().account().gravity().value())
                .column("reckoned_on", "date", line -> line.exposed(Exposure::on))
                .column(
                        "band",
                        "text",
                        line -> line.likely(one -> one.place().band().name()))
                .column(
                        "milestone",
                        "int",
                        line -> line.likely(one -> one.place().milestone()))
                .column(
                        "past_terms",
                        "bigint",
                        line -> line.likely(one -> one.past().terms()))
                .column(
                        "past_renewed",
                        "bigint",
                        line -> line.likely(one -> one.past().renewed()))
                .column("at_risk", "bigint", line -> line.exposed(Exposure::atRisk))
                .column("rank", "double precision", line -> line.exposed(Exposure::rank))
                .column(
                        "reckon_at",
                        "timestamptz",
                        line -> line.stake()
                                .flatMap(stake ->
                                        reckoner.nextOn(stake, line.look().today()))
                                .map(day -> day.atStartOfDay(
                                                ZoneId.of(line.look().zone()))
                                        .toInstant())
                                .orElse(null));
    }

    private static @Nullable String small(@Nullable String text) {
        return text == null ? null : text.toLowerCase(Locale.ROOT);
    }
}
