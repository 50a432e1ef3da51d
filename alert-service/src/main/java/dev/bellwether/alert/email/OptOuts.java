package dev.bellwether.alert.email;

import dev.bellwether.alert.AlertSettings;
import dev.bellwether.alert.delivery.Couriers;
import dev.bellwether.alert.policy.Channel;
import dev.bellwether.alert.store.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Set;

/** Who wants no mails. */
@ApplicationScoped
class OptOuts {

    private static final String ADD =
            "insert into mail_opt_out (email, at) values (:email, :now) on conflict (email) do nothing";
    private static final String REMOVE = "delete from mail_opt_out where email = :email";
    private static final String KNOWS = "select exists (select 1 from mail_opt_out where email = :email)";

    private final Transactions transactions;
    private final Couriers couriers;
    private final AlertSettings settings;
    private final InstantSource clock;

    OptOuts(Transactions transactions, Couriers couriers, AlertSettings settings, InstantSource clock) {
        this.transactions = transactions;
        this.couriers = couriers;
        this.settings = settings;
        this.clock = clock;
    }

    Uni<Void> add(String email) {
        return transactions.in(session -> session.createNativeQuery(ADD)
                .setParameter("email", folded(email))
                .setParameter("now", clock.instant())
                .executeUpdate()
                .replaceWithVoid());
    }

    Uni<Void> remove(String email) {
        return transactions.in(session -> session.createNativeQuery(REMOVE)
                .setParameter("email", folded(email))
                .executeUpdate()
                .replaceWithVoid());
    }

    /** Whether nothing may be sent there; whoever looks after what reaches nobody else is told whoever unsubscribes. */
    Uni<Boolean> knows(String email) {
        return isQueue(email) ? Uni.createFrom().item(false) : isListed(email);
    }

    private boolean isQueue(String email) {
        return email.equalsIgnoreCase(settings.fallbackRecipient());
    }

    private Uni<Boolean> isListed(String email) {
        return transactions.in(session -> session.createNativeQuery(KNOWS, Boolean.class)
                .setParameter("email", folded(email))
                .getSingleResult());
    }

    /** Who hears of alerts from now on that would have come to this address. */
    String consequence(String email) {
        if (isQueue(email)) {
            return "Alerts that reach nobody else still come here by mail.";
        }
        return couriers.channels().equals(Set.of(Channel.EMAIL))
                ? "Alerts go to whoever stands in for you, to your manager, or to " + settings.fallbackRecipient() + "."
                : "Alerts still reach you on other channels.";
    }

    private static String folded(String email) {
        return email.toLowerCase(Locale.ROOT);
    }
}
