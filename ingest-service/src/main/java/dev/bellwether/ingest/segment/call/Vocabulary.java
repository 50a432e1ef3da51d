package dev.bellwether.ingest.segment.call;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The properties of calls that name the account and the quantity, as this deployment has chosen them. */
public record Vocabulary(Optional<String> accountProperty, Optional<String> quantityProperty) {

    @Nullable
    Field property(String name) {
        if (name.equals("groupId") || name.equals("$groups")) {
            return Field.PROPERTY_GROUP_ID;
        }
        if (accountProperty.isPresent() && accountProperty.get().equals(name)) {
            return Field.PROPERTY_ACCOUNT;
        }
        return quantityProperty.isPresent() && quantityProperty.get().equals(name) ? Field.PROPERTY_QUANTITY : null;
    }
}
