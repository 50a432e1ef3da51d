package dev.bellwether.ingest.csv.text;

/**
 * One record of a CSV file as it stands there.
 *
 * @param bytes without the line break at its end; empty when it was too long to be kept
 * @param line where it begins, from 1
 */
@SuppressWarnings("ArrayRecordComponent") // handed on, never changed
public record Frame(byte[] bytes, long line, Flaw flaw) {

    /** What is wrong with its extent. */
    public enum Flaw {
        NONE,
        /** Longer than a record may be. */
        TOO_LONG,
        /** A quote is opened and never closed; the record ends with its first line. */
        UNCLOSED_QUOTE
    }
}
