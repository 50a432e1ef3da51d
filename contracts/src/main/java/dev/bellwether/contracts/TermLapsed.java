package dev.bellwether.contracts;

/** A subscription passed its last day without renewing; it carries the term that ended. */
public record TermLapsed(Occurrence occurrence, AccountSnapshot account, Term term) implements RenewalEvent {

    static TermLapsed read(Occurrence occurrence, Fields fields) {
        return new TermLapsed(
                occurrence,
                fields.required("account", fields.object("account", AccountSnapshot::read), Fields.NO_ACCOUNT),
                fields.required("term", fields.object("term", Term::read), Fields.NO_TERM));
    }

    void write(Json json) {
        json.object("account", account, AccountSnapshot::write).object("term", term, Term::write);
    }
}
