package dev.bellwether.ingest.segment.call;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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

    /** The properties that mean something, by their names; one that is named twice means the first. */
    Map<String, Field> properties() {
        Map<String, Field> properties = new LinkedHashMap<>();
        properties.put("groupId", Field.PROPERTY_GROUP_ID);
        properties.put("$groups", Field.PROPERTY_GROUPS);
        account.ifPresent(name -> properties.putIfAbsent(name, Field.PROPERTY_ACCOUNT));
        quantity.ifPresent(name -> properties.putIfAbsent(name, Field.PROPERTY_QUANTITY));
        feature.ifPresent(name -> properties.putIfAbsent(name, Field.PROPERTY_FEATURE));
        return properties;
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
}
