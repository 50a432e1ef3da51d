package dev.bellwether.renewal.account;

import dev.bellwether.contracts.AccountDescribed;
import dev.bellwether.contracts.AccountSnapshot;
import dev.bellwether.contracts.AccountStatus;
import dev.bellwether.contracts.Band;
import dev.bellwether.contracts.HealthEvent;
import dev.bellwether.contracts.PulseTaken;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/** An account; its row is also the lock under which everything of the account changes. */
@Entity
@Table(name = "account")
@DynamicUpdate
class AccountRow {

    private static final String NO_DAY = "";

    @Id
    @Column(name = "account_id")
    String accountId = "";

    @Embedded
    @AttributeOverride(name = "text", column = @Column(name = "name"))
    @AttributeOverride(name = "at", column = @Column(name = "name_at"))
    @AttributeOverride(name = "eventId", column = @Column(name = "name_event"))
    @Nullable
    Stamped name;

    @Embedded
    @AttributeOverride(name = "text", column = @Column(name = "owner"))
    @AttributeOverride(name = "at", column = @Column(name = "owner_at"))
    @AttributeOverride(name = "eventId", column = @Column(name = "owner_event"))
    @Nullable
    Stamped owner;

    @Embedded
    @AttributeOverride(name = "text", column = @Column(name = "time_zone"))
    @AttributeOverride(name = "at", column = @Column(name = "time_zone_at"))
    @AttributeOverride(name = "eventId", column = @Column(name = "time_zone_event"))
    @Nullable
    Stamped timeZone;

    @Embedded
    @AttributeOverride(name = "text", column = @Column(name = "currency"))
    @AttributeOverride(name = "at", column = @Column(name = "currency_at"))
    @AttributeOverride(name = "eventId", column = @Column(name = "currency_event"))
    @Nullable
    Stamped currency;

    @Embedded
    @AttributeOverride(name = "text", column = @Column(name = "status"))
    @AttributeOverride(name = "at", column = @Column(name = "status_at"))
    @AttributeOverride(name = "eventId", column = @Column(name = "status_event"))
    @Nullable
    Stamped status;

    @Embedded
    @AttributeOverride(name = "text", column = @Column(name = "churned_on"))
    @AttributeOverride(name = "at", column = @Column(name = "churned_on_at"))
    @AttributeOverride(name = "eventId", column = @Column(name = "churned_on_event"))
    @Nullable
    Stamped churnedOn;

    /** Follows from the two above. */
    @Column(name = "gone_on")
    @Nullable
    LocalDate goneOn;

    @Embedded
    @Nullable
    Condition condition;

    @Embedded
    @Nullable
    Pulse pulse;

    @Column(name = "settles_at")
    @Nullable
    Instant settlesAt;

    @Column(name = "look_at")
    @Nullable
    Instant lookAt;

    @Column(name = "looked_at")
    @Nullable
    Instant lookedAt;

    /** Answers whether the account's contracts mean something else now. */
    boolean hear(AccountDescribed event) {
        Profile before = profile();
        name = Stamped.newer(name, event.name(), event);
        owner = Stamped.newer(owner, event.owner(), event);
        timeZone = Stamped.newer(timeZone, event.timeZone(), event);
        currency = Stamped.newer(currency, event.currency(), event);
        status = Stamped.newer(
                status, event.status() == null ? null : event.status().json(), event);
        churnedOn = Stamped.newer(churnedOn, churnedOn(event), event);
        goneOn = goneOn();
        return !before.equals(profile());
    }

    /** Answers whether the account's contracts mean something else now. */
    boolean hear(HealthEvent event) {
        Band before = condition == null ? null : condition.band();
        condition = Condition.newer(condition, event);
        return before != condition.band();
    }

    void hear(PulseTaken event) {
        pulse = Pulse.newer(pulse, event);
    }

    boolean isSettling() {
        return settlesAt != null;
    }

    Profile profile() {
        return new Profile(text(name), text(owner), text(timeZone), text(currency), goneOn);
    }

    AccountSnapshot snapshot() {
        return Account.snapshot(accountId, profile(), condition);
    }

    private @Nullable LocalDate goneOn() {
        if (status == null || !status.text().equals(AccountStatus.CHURNED.json())) {
            return null;
        }
        return churnedOn == null || churnedOn.text().equals(NO_DAY)
                ? status.at().atZone(ZoneOffset.UTC).toLocalDate()
                : LocalDate.parse(churnedOn.text());
    }

    /** Who is a customer again has left on no day: that of the time before is not that of the next. */
    private static @Nullable String churnedOn(AccountDescribed event) {
        if (event.status() == AccountStatus.ACTIVE) {
            return NO_DAY;
        }
        return event.churnedOn() == null ? null : event.churnedOn().toString();
    }

    private static @Nullable String text(@Nullable Stamped stamped) {
        return stamped == null ? null : stamped.text();
    }
}
