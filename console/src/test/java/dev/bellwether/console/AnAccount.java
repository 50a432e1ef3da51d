package dev.bellwether.console;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;

/** An account in the portfolio as health-service tells it, told in sentences. */
public final class AnAccount {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final ObjectNode line = JSON.createObjectNode();

    private AnAccount(String id, String name) {
        line.put("id", id)
                .put("name", name)
                .put("asOf", LocalDate.now(ZoneOffset.UTC).toString());
        line.put("coverage", new BigDecimal("0.2")).put("band", "unknown").putNull("score");
        line.put("wau", 0)
                .putNull("trend")
                .putNull("daysInactive")
                .putNull("arr")
                .putNull("arrCurrency");
        line.putNull("owner").putNull("segment").putNull("stage").putNull("renewalOn");
        line.putArray("flags");
    }

    /** One of which nothing more is known. */
    public static AnAccount named(String name) {
        return new AnAccount(name.toLowerCase(Locale.ROOT).replace(' ', '-'), name);
    }

    AnAccount withId(String id) {
        line.put("id", id);
        return this;
    }

    AnAccount scored(String score, String band) {
        line.put("score", new BigDecimal(score)).put("band", band).put("coverage", new BigDecimal("0.85"));
        return this;
    }

    AnAccount ownedBy(String owner, String segment) {
        line.put("owner", owner).put("segment", segment).put("stage", "adopted");
        return this;
    }

    AnAccount used(int wau, String trend, int daysInactive) {
        line.put("wau", wau).put("trend", new BigDecimal(trend)).put("daysInactive", daysInactive);
        return this;
    }

    AnAccount worth(long minorUnits, String currency, LocalDate renewalOn) {
        line.put("arr", minorUnits).put("arrCurrency", currency).put("renewalOn", renewalOn.toString());
        return this;
    }

    AnAccount flagged(String kind, String severity, String sentence, Instant since) {
        ObjectNode flag = line.withArray("flags").addObject();
        flag.put("kind", kind)
                .put("severity", severity)
                .put("sentence", sentence)
                .put("raisedAt", since.toString());
        return this;
    }

    ObjectNode line() {
        return line;
    }
}
