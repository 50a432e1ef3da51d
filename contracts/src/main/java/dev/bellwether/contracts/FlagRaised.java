package dev.bellwether.contracts;

/** Something was noticed about an account; the flag stays open until it is cleared. */
public record FlagRaised(Occurrence occurrence, AccountSnapshot account, Flag flag) implements HealthEvent {

    static FlagRaised read(Occurrence occurrence, Fields fields) {
        return new FlagRaised(
                occurrence,
                fields.required("account", fields.object("account", AccountSnapshot::read), Fields.NO_ACCOUNT),
                fields.required("flag", fields.object("flag", Flag::read), Fields.NO_FLAG));
    }

    void write(Json json) {
        json.object("account", account, AccountSnapshot::write).object("flag", flag, Flag::write);
    }
}
