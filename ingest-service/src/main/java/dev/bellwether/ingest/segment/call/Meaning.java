package dev.bellwether.ingest.segment.call;

import dev.bellwether.contracts.Occurrence;
import dev.bellwether.contracts.Storable;
import dev.bellwether.contracts.UsageRecorded;
import dev.bellwether.contracts.UserDescribed;
import dev.bellwether.ingest.account.Address;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one call means. Fields that are missing are noted with the {@link Check}, whose problems refuse the call. */
final class Meaning {

    /** Stands for a field whose absence refuses the call anyway. */
    private static final String NOTHING = "?";

    /** Where Segment's convention puts the account of a user: {@code traits.company.id}. */
    private static final String COMPANY = "company.id";

    private static final int LONGEST = 490;

    private final Vocabulary vocabulary;
    private final RawCall raw;
    private final Check check;
    private final @Nullable String sharedAccount;
    private final List<String> users = new ArrayList<>(2);

    Meaning(Vocabulary vocabulary, RawCall raw, Check check, @Nullable String sharedAccount) {
        this.vocabulary = vocabulary;
        this.raw = raw;
        this.check = check;
        this.sharedAccount = sharedAccount;
        for (Field field : List.of(Field.USER_ID, Field.ANONYMOUS_ID)) {
            String id = check.identifier(field);
            if (id != null && !users.contains(id)) {
                users.add(id);
            }
        }
    }

    Call of(Kind kind, String id, Instant at) {
        Occurrence occurrence = new Occurrence(id, Statement.SOMEBODY, at);
        return switch (kind) {
            case TRACK -> used(occurrence, feature(required(Field.EVENT, check.text(Field.EVENT))));
            case PAGE -> used(occurrence, feature(viewed(vocabulary.page(), "page")));
            case SCREEN -> used(occurrence, feature(viewed(vocabulary.screen(), "screen")));
            case IDENTIFY -> identified(occurrence);
            case GROUP -> joined(occurrence);
            case ALIAS -> renamed();
        };
    }

    private Call used(Occurrence occurrence, String feature) {
        var usage = new UsageRecorded(occurrence, user(), feature, quantity());
        String account = account();
        return vocabulary.ignores(feature)
                ? new Call.Ignored()
                : new Call.Told(account, users, null, Statement.of(usage));
    }

    private String feature(String named) {
        String own = check.text(Field.PROPERTY_FEATURE);
        return own == null ? named : own;
    }

    private BigDecimal quantity() {
        BigDecimal quantity = check.quantity(Field.PROPERTY_QUANTITY);
        return quantity == null ? BigDecimal.ONE : quantity;
    }

    private String viewed(String template, String otherwise) {
        String name = check.text(Field.NAME);
        String category = name == null ? check.text(Field.CATEGORY) : name;
        String viewed = template.replace("{name}", category == null ? otherwise : category);
        return Storable.beginning(viewed, LONGEST);
    }

    private Call identified(Occurrence occurrence) {
        Traits traits = new Traits(raw.traits());
        String user = user();
        UserDescribed described = Profile.user(occurrence, user, traits);
        String email = Address.of(described.email() == null ? user : described.email());
        Statement statement = Statement.of(described);
        String account = account();
        String company = account == null ? check.identifier(Field.COMPANY, traits.peek(COMPANY)) : null;
        return company == null
                ? new Call.Told(account, users, email, statement)
                : new Call.Joined(company, users, email, statement);
    }

    private Call joined(Occurrence occurrence) {
        String account = required(Field.GROUP_ID, check.identifier(Field.GROUP_ID));
        return new Call.Joined(
                account,
                users,
                users.isEmpty() ? null : Address.of(users.getFirst()),
                Statement.of(Profile.account(occurrence, new Traits(raw.traits()))));
    }

    private Call renamed() {
        String previous = required(Field.PREVIOUS_ID, check.identifier(Field.PREVIOUS_ID));
        return new Call.Renamed(previous, user());
    }

    private String user() {
        if (!users.isEmpty()) {
            return users.getFirst();
        }
        if (!raw.holds(Field.USER_ID) && !raw.holds(Field.ANONYMOUS_ID)) {
            check.problem(Field.USER_ID, "or /anonymousId is required");
        }
        return NOTHING;
    }

    /** The account that the call itself names. */
    private @Nullable String account() {
        String own = check.firstIdentifier(
                Field.CONTEXT_GROUP_ID,
                Field.GROUP_ID,
                Field.PROPERTY_GROUP_ID,
                Field.PROPERTY_GROUPS,
                Field.PROPERTY_ACCOUNT);
        return own == null ? check.identifier(Field.CONTEXT_GROUP_ID, sharedAccount) : own;
    }

    private String required(Field field, @Nullable String text) {
        if (text == null && !raw.holds(field)) {
            check.problem(field, "is required");
        }
        return text == null ? NOTHING : text;
    }
}
