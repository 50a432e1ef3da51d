package dev.bellwether.contracts;

/** An open flag ended by itself; it carries the figures that cleared it. */
public record FlagCleared(Occurrence occurrence, AccountSnapshot account, Flag flag) implements HealthEvent {

    static FlagCleared read(Occurrence occurrence, Fields fields) {
        return new FlagCleared(
                occurrence,
                fields.required("account", fields.object("account", AccountSnapshot::read), Fields.NO_ACCOUNT),
                fields.required("flag", fields.object("flag", Flag::read), Fields.NO_FLAG));
    }

    void write(Json json) {
        json.object("account", account, AccountSnapshot::write).object("flag", flag, Flag::write);
    }
}
