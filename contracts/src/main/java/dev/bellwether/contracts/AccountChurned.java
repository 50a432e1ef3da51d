package dev.bellwether.contracts;

/** A cancelled contract reached its end; it carries the term that ended. */
public record AccountChurned(Occurrence occurrence, AccountSnapshot account, Term term) implements RenewalEvent {

    static AccountChurned read(Occurrence occurrence, Fields fields) {
        return new AccountChurned(
                occurrence,
                fields.required("account", fields.object("account", AccountSnapshot::read), Fields.NO_ACCOUNT),
                fields.required("term", fields.object("term", Term::read), Fields.NO_TERM));
    }

    void write(Json json) {
        json.object("account", account, AccountSnapshot::write).object("term", term, Term::write);
    }
}
