package dev.bellwether.contracts;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A version of an account's profile; a null field (and an absent trait) keeps what an earlier version said.
 *
 * @param owner e-mail of the customer success manager
 * @param seats seats sold, not negative
 * @param timeZone IANA name
 * @param traits anything else that is known, as text
 */
public record AccountDescribed(
        Occurrence occurrence,
        @Nullable String name,
        @Nullable String owner,
        @Nullable String segment,
        @Nullable String stage,
        @Nullable Integer seats,
        @Nullable String currency,
        @Nullable String timeZone,
        @Nullable String parent,
        Map<String, String> traits,
        @Nullable AccountStatus status,
        @Nullable LocalDate churnedOn,
        @Nullable String churnReason)
        implements Fact {

    public AccountDescribed {
        traits = Map.copyOf(traits);
    }

    static AccountDescribed read(Occurrence occurrence, Fields fields) {
        return new AccountDescribed(
                occurrence,
                fields.text("name"),
                fields.text("owner"),
                fields.text("segment"),
                fields.text("stage"),
                fields.integer("seats", 0, 100_000_000),
                fields.currency("currency"),
                fields.timeZone("timeZone"),
                fields.text("parent"),
                fields.texts("traits"),
                fields.oneOf("status", AccountStatus.class),
                fields.day("churnedOn"),
                fields.text("churnReason"));
    }

    void write(Json json) {
        json.text("name", name).text("owner", owner).text("segment", segment).text("stage", stage);
        json.integer("seats", seats).text("currency", currency).text("timeZone", timeZone);
        json.text("parent", parent).texts("traits", traits).constant("status", status);
        json.day("churnedOn", churnedOn).text("churnReason", churnReason);
    }
}
