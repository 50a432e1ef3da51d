package dev.bellwether.alert.book;

import dev.bellwether.alert.AlertSettings;
import dev.bellwether.alert.page.Cursor;
import dev.bellwether.alert.page.Page;
import dev.bellwether.alert.policy.telling.Why;
import dev.bellwether.alert.store.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** The alerts, newest first. */
@ApplicationScoped
public class AlertList {

    private final Transactions transactions;
    private final Listing listing;

    AlertList(Transactions transactions, AlertSettings settings) {
        this.transactions = transactions;
        this.listing = new Listing(settings.consoleUrl());
    }

    /** A page of those that match. */
    public Uni<Page<ListedAlert>> page(AlertFilter filter) {
        return transactions
                .in(session -> query(session, filter).getResultList())
                .map(rows -> rows.stream()
                        .map(row -> listing.of((AlertRow) row[0], (AccountRow) row[1]))
                        .toList())
                .map(alerts -> Page.of(alerts, filter.limit(), AlertList::cursor));
    }

    private static Cursor cursor(ListedAlert last) {
        return new Cursor(last.raisedAt(), last.id().toString());
    }

    private static Mutiny.SelectionQuery<Object[]> query(Mutiny.Session session, AlertFilter filter) {
        StringBuilder hql =
                new StringBuilder("select a, c from AlertRow a join AccountRow c on c.id = a.accountId where 1 = 1");
        filter.status()
                .ifPresent(status -> hql.append(
                        status.equals(Why.SNOOZED.label())
                                ? " and a.state in ('open', 'acknowledged') and a.held = :status"
                                : " and a.state = :status"));
        filter.owner().ifPresent(owner -> hql.append(" and lower(c.owner) = :owner"));
        filter.visibleTo()
                .ifPresent(person -> hql.append(
                        " and (lower(c.owner) = :person or lower(a.assignee) = :person or lower(a.toldTo) = :person"
                                + " or locate(:heard, a.heardBy) > 0)"));
        filter.account().ifPresent(account -> hql.append(" and a.accountId = :account"));
        filter.after().ifPresent(cursor -> hql.append(" and (a.since < :at or (a.since = :at and a.id < :id))"));
        hql.append(" order by a.since desc, a.id desc");
        var query = session.createSelectionQuery(hql.toString(), Object[].class);
        filter.status().ifPresent(status -> query.setParameter("status", status));
        filter.owner().ifPresent(owner -> query.setParameter("owner", owner.toLowerCase(Locale.ROOT)));
        filter.visibleTo()
                .map(person -> person.toLowerCase(Locale.ROOT))
                .ifPresent(person -> query.setParameter("person", person).setParameter("heard", '"' + person + '"'));
        filter.account().ifPresent(account -> query.setParameter("account", account));
        filter.after()
                .ifPresent(cursor ->
                        query.setParameter("at", cursor.at()).setParameter("id", UUID.fromString(cursor.id())));
        return query.setMaxResults(filter.limit() + 1);
    }
}
