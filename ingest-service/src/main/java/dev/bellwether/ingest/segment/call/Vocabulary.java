package dev.bellwether.ingest.segment.call;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What calls mean to this deployment, beyond what Segment says.
 *
 * @param account the property that names the account
 * @param quantity the property that says how much was used
 * @param feature the property that names the feature, before the name of the event, page or screen
 * @param page the feature that a page is, with {@code {name}} for the page's
 * @param screen the same of a screen
 * @param ignored features that are no usage; those that end in {@code *} stand for all that begin so
 */
public record Vocabulary(
        Optional<String> account,
        Optional<String> quantity,
        Optional<String> feature,
        String page,
        String screen,
        List<String> ignored) {

    public Vocabulary {
        ignored = List.copyOf(ignored);
    }

    @Nullable
    Field property(String name) {
        if (name.equals("groupId")) {
            return Field.PROPERTY_GROUP_ID;
        }
        if (name.equals("$groups")) {
            return Field.PROPERTY_GROUPS;
        }
        if (is(account, name)) {
            return Field.PROPERTY_ACCOUNT;
        }
        if (is(quantity, name)) {
            return Field.PROPERTY_QUANTITY;
        }
        return is(feature, name) ? Field.PROPERTY_FEATURE : null;
    }

    boolean ignores(String feature) {
        for (String pattern : ignored) {
            if (pattern.endsWith("*")
                    ? feature.startsWith(pattern.substring(0, pattern.length() - 1))
                    : feature.equals(pattern)) {
                return true;
            }
        }
        return false;
    }

    private static boolean is(Optional<String> property, String name) {
        return property.isPresent() && property.get().equals(name);
    }
}
