package dev.bellwether.contracts;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * At a milestone the call that was made for the term and what the figures say lie far apart.
 *
 * @param milestone days before the decision date (90 or 30)
 * @param daysLeft days from today to the decision date
 * @param call how somebody said that the term will end: commit, best-case, at-risk or lost
 * @param computed what the figures say, in the same words
 * @param likelihood that the term renews by the company's own past, 0 … 1; null while too little is known
 * @param manager e-mail of who is to be told; null when nobody is named
 * @param sentence one English sentence that a manager can read
 */
public record RenewalDisputed(
        Occurrence occurrence,
        AccountSnapshot account,
        Term term,
        int milestone,
        int daysLeft,
        String call,
        String computed,
        @Nullable BigDecimal likelihood,
        @Nullable String manager,
        String sentence)
        implements RenewalEvent {

    static RenewalDisputed read(Occurrence occurrence, Fields fields) {
        return new RenewalDisputed(
                occurrence,
                fields.required("account", fields.object("account", AccountSnapshot::read), Fields.NO_ACCOUNT),
                fields.required("term", fields.object("term", Term::read), Fields.NO_TERM),
                fields.required("milestone", fields.integer("milestone", 0, 10_000), 0),
                fields.required("daysLeft", fields.integer("daysLeft", -10_000, 10_000), 0),
                fields.required("call", fields.text("call")),
                fields.required("computed", fields.text("computed")),
                fields.decimalWithin("likelihood", 0, 1),
                fields.text("manager"),
                fields.required("sentence", fields.longText("sentence")));
    }

    void write(Json json) {
        json.object("account", account, AccountSnapshot::write).object("term", term, Term::write);
        json.integer("milestone", milestone).integer("daysLeft", daysLeft);
        json.text("call", call).text("computed", computed).number("likelihood", likelihood);
        json.text("manager", manager).text("sentence", sentence);
    }
}
