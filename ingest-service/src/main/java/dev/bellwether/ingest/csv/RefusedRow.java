package dev.bellwether.ingest.csv;

/**
 * A row that could not become a fact.
 *
 * @param line on which it begins
 * @param original as it stands in the file
 */
@SuppressWarnings("ArrayRecordComponent") // handed on, never changed
record RefusedRow(long line, String reason, byte[] original) {

    int size() {
        return original.length + reason.length();
    }
}
