package dev.bellwether.console;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;

/** A line of the today list as renewal-service tells it, told in sentences. */
final class ARenewal {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final ObjectNode line = JSON.createObjectNode();

    private ARenewal(String name) {
        String id = name.toLowerCase(Locale.ROOT).replace(' ', '-');
        line.put("accountId", id).put("accountName", name).put("contractId", "contract-" + id);
        line.putNull("owner").put("kind", "subscription").put("autoRenew", true);
        line.put("startsOn", "2025-06-01").put("endsOn", "2026-05-31");
        decidedBy(LocalDate.parse("2026-05-01"), 60);
        atRisk("EUR", 600_000, 1_200_000).likely("0.5000", "0.0500", "0.9500", 0, 0);
        ObjectNode reason = line.putObject("reason");
        reason.putNull("score").put("band", "unknown").putNull("scoreTrend").putNull("pulse");
        reason.putArray("flags");
        line.putNull("call").putNull("computedCall").putNull("nextStep").put("stepsInForce", 0);
    }

    /** One of which little is known. */
    static ARenewal of(String name) {
        return new ARenewal(name);
    }

    ARenewal withIds(String account, String contract) {
        line.put("accountId", account).put("contractId", contract);
        return this;
    }

    ARenewal ownedBy(String owner) {
        line.put("owner", owner);
        return this;
    }

    ARenewal decidedBy(LocalDate day, long daysLeft) {
        line.put("decisionOn", day.toString()).put("daysLeft", daysLeft);
        return this;
    }

    ARenewal endingUnlessRenewed() {
        line.put("autoRenew", false);
        return this;
    }

    ARenewal atRisk(String currency, long minorUnits, long ofMinorUnits) {
        line.putObject("moneyAtRisk").put(currency, minorUnits);
        line.putObject("annualValue").put(currency, ofMinorUnits);
        return this;
    }

    ARenewal likely(String mean, String low, String high, long renewed, long terms) {
        line.putObject("likelihood")
                .put("mean", new BigDecimal(mean))
                .put("low", new BigDecimal(low))
                .put("high", new BigDecimal(high))
                .put("renewed", renewed)
                .put("terms", terms)
                .put("tooFew", terms < 20);
        return this;
    }

    ARenewal scored(String score, String band, String trend) {
        reason().put("score", new BigDecimal(score)).put("band", band).put("scoreTrend", new BigDecimal(trend));
        return this;
    }

    ARenewal flagged(String... sentences) {
        for (String sentence : sentences) {
            reason().withArray("flags").add(sentence);
        }
        return this;
    }

    ARenewal withPulse(int opinion, String author, String at) {
        reason().putObject("pulse")
                .put("opinion", opinion)
                .put("author", author)
                .put("at", at);
        return this;
    }

    ARenewal called(String call, String note, String computed) {
        line.putObject("call")
                .put("call", call)
                .put("note", note)
                .put("by", "ada.lindqvist@example.com")
                .put("at", "2026-03-02T09:00:00Z");
        line.put("computedCall", computed);
        return this;
    }

    ARenewal next(String step, String text) {
        line.putObject("nextStep")
                .put("step", step)
                .put("text", text)
                .put("assignee", "ben.okafor@example.com")
                .put("note", "They asked for a quote.")
                .put("dueOn", "2026-04-03");
        return this;
    }

    ARenewal withStepsInForce(int count) {
        line.put("stepsInForce", count);
        return this;
    }

    ObjectNode line() {
        return line;
    }

    private ObjectNode reason() {
        return (ObjectNode) line.path("reason");
    }
}
