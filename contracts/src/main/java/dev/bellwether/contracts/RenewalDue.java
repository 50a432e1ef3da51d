package dev.bellwether.contracts;

import java.util.List;

/**
 * A decision date came near.
 *
 * @param milestone days before the decision date for which this was due (120, 90, 60 …)
 * @param daysLeft days from today to the decision date
 * @param flags open flags of the account, in their own words
 */
public record RenewalDue(
        Occurrence occurrence, AccountSnapshot account, Term term, int milestone, int daysLeft, List<String> flags)
        implements RenewalEvent {

    public RenewalDue {
        flags = List.copyOf(flags);
    }

    static RenewalDue read(Occurrence occurrence, Fields fields) {
        return new RenewalDue(
                occurrence,
                fields.required("account", fields.object("account", AccountSnapshot::read), Fields.NO_ACCOUNT),
                fields.required("term", fields.object("term", Term::read), Fields.NO_TERM),
                fields.required("milestone", fields.integer("milestone", 0, 10_000), 0),
                fields.required("daysLeft", fields.integer("daysLeft", -10_000, 10_000), 0),
                fields.list("flags"));
    }

    void write(Json json) {
        json.object("account", account, AccountSnapshot::write).object("term", term, Term::write);
        json.integer("milestone", milestone).integer("daysLeft", daysLeft).list("flags", flags);
    }
}
