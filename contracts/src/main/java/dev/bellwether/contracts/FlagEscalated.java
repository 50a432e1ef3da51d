package dev.bellwether.contracts;

/** An open flag became more severe; it carries the new severity, sentence and evidence. */
public record FlagEscalated(Occurrence occurrence, AccountSnapshot account, Flag flag) implements HealthEvent {

    static FlagEscalated read(Occurrence occurrence, Fields fields) {
        return new FlagEscalated(
                occurrence,
                fields.required("account", fields.object("account", AccountSnapshot::read), Fields.NO_ACCOUNT),
                fields.required("flag", fields.object("flag", Flag::read), Fields.NO_FLAG));
    }

    void write(Json json) {
        json.object("account", account, AccountSnapshot::write).object("flag", flag, Flag::write);
    }
}
