package dev.bellwether.contracts;

import org.jspecify.annotations.Nullable;

/** A version of a user of the account; a null field keeps what an earlier version said. */
public record UserDescribed(
        Occurrence occurrence,
        String userId,
        @Nullable String email,
        @Nullable String name,
        @Nullable String role,
        @Nullable Boolean champion,
        @Nullable Boolean internal,
        @Nullable Boolean deactivated)
        implements Fact {

    static UserDescribed read(Occurrence occurrence, Fields fields) {
        return new UserDescribed(
                occurrence,
                fields.required("userId", fields.text("userId")),
                fields.text("email"),
                fields.text("name"),
                fields.text("role"),
                fields.flag("champion"),
                fields.flag("internal"),
                fields.flag("deactivated"));
    }

    void write(Json json) {
        json.text("userId", userId).text("email", email).text("name", name).text("role", role);
        json.flag("champion", champion).flag("internal", internal).flag("deactivated", deactivated);
    }
}
