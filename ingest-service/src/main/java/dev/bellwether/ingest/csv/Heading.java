package dev.bellwether.ingest.csv;

/**
 * What is known of a file before its first row.
 *
 * @param columnsRead JSON: the file's columns, each with our name of it
 * @param columnsIgnored JSON: the file's columns that mean nothing here
 * @param header its first record as it stands there
 */
@SuppressWarnings("ArrayRecordComponent") // handed on, never changed
record Heading(String columnsRead, String columnsIgnored, byte[] header, char delimiter) {}
