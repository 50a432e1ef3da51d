package dev.bellwether.contracts.agreed;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * What was said about automatic renewal, and on which day (the last word of each day).
 *
 * <p>A no that is said after a term ended speaks of the term that runs then, and takes back no renewal: sources repeat
 * old dates in every version. A yes that is said late corrects.
 */
public record AutoRenewal(NavigableMap<LocalDate, Boolean> said) {

    public AutoRenewal {
        said = Collections.unmodifiableNavigableMap(new TreeMap<>(said));
    }

    /** The newest word; no while nothing was said. */
    boolean now() {
        return !said.isEmpty() && said.lastEntry().getValue();
    }

    /** Whether a term that ended on that day was followed by another. */
    boolean holdsAfter(LocalDate endsOn) {
        return now() || (!said.isEmpty() && asOf(endsOn));
    }

    /** What was known by then; the first word when nothing was. */
    private boolean asOf(LocalDate day) {
        Map.Entry<LocalDate, Boolean> known = said.floorEntry(day);
        return (known == null ? said.firstEntry() : known).getValue();
    }
}
