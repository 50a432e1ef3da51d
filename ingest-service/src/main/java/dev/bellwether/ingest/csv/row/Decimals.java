package dev.bellwether.ingest.csv.row;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What stands before the decimals of a number. */
public enum Decimals {
    POINT("\\.", "[, \\u00A0\\u202F'’]", "1,234.50"),
    COMMA(",", "[. \\u00A0\\u202F'’]", "1.234,50");

    private final Pattern number;
    private final String example;

    Decimals(String mark, String groups, String example) {
        this.number = Pattern.compile(
                "([+-]?)(\\d{1,40}|\\d{1,3}(" + groups + ")\\d{3}(?:\\3\\d{3}){0,12})(?:" + mark + "(\\d{1,40}))?");
        this.example = example;
    }

    /** The number with a point and without marks between thousands; null when the text is no number written so. */
    @Nullable
    String plain(String text) {
        Matcher parts = number.matcher(text);
        if (!parts.matches()) {
            return null;
        }
        String whole = parts.group(1) + parts.group(2).replaceAll("\\D", "");
        return parts.group(4) == null ? whole : whole + "." + parts.group(4);
    }

    String detail() {
        return "must be a number like " + example + ", as decimal=" + this + " says";
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
