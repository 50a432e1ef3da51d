package dev.bellwether.ingest.segment.call;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A call while it is being read. */
final class Draft {

    private final Map<Field, String> texts = new EnumMap<>(Field.class);
    private Map<String, String> traits = Map.of();
    private Set<Field> wrong = Set.of();
    private List<Extent> secrets = List.of();

    /** @param text null when the field is neither text nor a number */
    void put(Field field, @Nullable String text) {
        if (text != null) {
            texts.put(field, text);
        } else {
            wrong = wrong.isEmpty() ? EnumSet.noneOf(Field.class) : wrong;
            wrong.add(field);
        }
    }

    /** Where traits go. Most calls have none. */
    Map<String, String> describe() {
        traits = traits.isEmpty() ? new LinkedHashMap<>() : traits;
        return traits;
    }

    /** Something that must not be kept. */
    void hide(int start, int end) {
        secrets = new ArrayList<>(secrets);
        secrets.add(new Extent(start, end, List.of()));
    }

    /** The call, which lies there. */
    RawCall call(int start, int end) {
        return new RawCall(texts, traits, wrong, new Extent(start, end, secrets));
    }
}
