package dev.bellwether.ingest.segment.call;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The plain fields of a call that mean something here, by their JSON names. */
enum Field {
    TYPE("type"),
    EVENT("event"),
    USER_ID("userId"),
    ANONYMOUS_ID("anonymousId"),
    PREVIOUS_ID("previousId"),
    GROUP_ID("groupId"),
    MESSAGE_ID("messageId"),
    NAME("name"),
    CATEGORY("category"),
    TIMESTAMP("timestamp"),
    ORIGINAL_TIMESTAMP("originalTimestamp"),
    SENT_AT("sentAt"),
    WRITE_KEY("writeKey"),
    CONTEXT_GROUP_ID("context/groupId"),
    COMPANY("traits/company/id"),
    PROPERTY_GROUP_ID("properties/groupId"),
    PROPERTY_GROUPS("properties/$groups"),
    /** Its name is configured, so that the pointer can only say whereabouts. */
    PROPERTY_ACCOUNT("properties"),
    /** Likewise. */
    PROPERTY_QUANTITY("properties"),
    /** Likewise. */
    PROPERTY_FEATURE("properties");

    private static final Map<String, Field> TOP_LEVEL = new HashMap<>();

    static {
        for (Field field : values()) {
            if (field.ordinal() <= WRITE_KEY.ordinal()) {
                TOP_LEVEL.put(field.path, field);
            }
        }
    }

    private final String path;

    Field(String path) {
        this.path = path;
    }

    /** The field of that name at the top level of a call, or null when the name means nothing here. */
    static @Nullable Field named(String name) {
        return TOP_LEVEL.get(name);
    }

    /** The fields at the top level of a call, by their names. */
    static Map<String, Field> topLevel() {
        return TOP_LEVEL;
    }

    String pointer() {
        return "/" + path;
    }
}
