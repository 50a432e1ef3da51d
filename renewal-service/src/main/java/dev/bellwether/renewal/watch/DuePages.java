package dev.bellwether.renewal.watch;

import dev.bellwether.messaging.Undecidable;
import dev.bellwether.renewal.RenewalMetrics;
import dev.bellwether.renewal.RenewalSettings;
import dev.bellwether.renewal.account.Look;
import dev.bellwether.renewal.account.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Looks at due accounts a page at a time, each page in a transaction of its own. What another instance has locked is
 * skipped; an account whose look fails is put off, so that it holds up no other.
 */
@ApplicationScoped
class DuePages {

    private static final Logger LOG = Logger.getLogger(DuePages.class);

    private final Transactions transactions;
    private final Watch watch;
    private final RenewalSettings settings;
    private final RenewalMetrics metrics;

    DuePages(Transactions transactions, Watch watch, RenewalSettings settings, RenewalMetrics metrics) {
        this.transactions = transactions;
        this.watch = watch;
        this.settings = settings;
        this.metrics = metrics;
    }

    /** Looks at the accounts that are due longest; answers whether there may be more. */
    boolean lookAtNext(Instant now) {
        int page = settings.sweepPage();
        try {
            return tell(transactions.run(session -> watch.lookAtNext(session, now, page))) == page;
        } catch (RuntimeException e) {
            if (!Undecidable.isAtFault(e)) {
                throw e;
            }
            return lookOneByOne(transactions.run(session -> watch.due(session, now, page)), now) > 0;
        }
    }

    /** After the last page: what no account has to wait for. */
    void closeBooks(Instant now) {
        transactions.run(session -> watch.closeBooks(session, now));
    }

    private int lookOneByOne(List<String> ids, Instant now) {
        int looked = 0;
        for (String id : ids) {
            looked += lookOrPostpone(id, now);
        }
        return looked;
    }

    private int tell(List<Look> looks) {
        looks.forEach(look -> metrics.reviewed(look.review()));
        return looks.size();
    }

    private int lookOrPostpone(String id, Instant now) {
        try {
            return tell(transactions.run(session -> watch.lookAtDue(session, List.of(id), now)));
        } catch (RuntimeException e) {
            if (!Undecidable.isAtFault(e)) {
                throw e;
            }
            LOG.errorf(e, "the look at an account failed and is put off: account=%s", id);
            metrics.sweepFailed();
            transactions.run(session -> watch.postpone(session, id, now.plus(settings.sweepPostpone())));
            return 1;
        }
    }
}
