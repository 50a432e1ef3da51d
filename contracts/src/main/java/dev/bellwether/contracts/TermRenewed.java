package dev.bellwether.contracts;

/** A new term began the day after the last one ended; it carries the new term. */
public record TermRenewed(Occurrence occurrence, AccountSnapshot account, Term term) implements RenewalEvent {

    static TermRenewed read(Occurrence occurrence, Fields fields) {
        return new TermRenewed(
                occurrence,
                fields.required("account", fields.object("account", AccountSnapshot::read), Fields.NO_ACCOUNT),
                fields.required("term", fields.object("term", Term::read), Fields.NO_TERM));
    }

    void write(Json json) {
        json.object("account", account, AccountSnapshot::write).object("term", term, Term::write);
    }
}
