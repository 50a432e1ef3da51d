package dev.bellwether.ingest.csv;

/**
 * How far an import has come, durably.
 *
 * @param bytes of the unpacked file to the end of the last row that is settled
 * @param line that follows it
 * @param checksum of those bytes
 * @param published rows that are facts on Kafka
 * @param refused rows that could not become facts
 * @param kept refused rows that are kept
 * @param keptBytes bytes of them
 */
record Progress(long bytes, long line, long checksum, long published, long refused, long kept, long keptBytes) {

    static final Progress NONE = new Progress(0, 1, 0, 0, 0, 0, 0);

    /** At the same rows, read to there. */
    Progress at(long newBytes, long newLine, long newChecksum) {
        return new Progress(newBytes, newLine, newChecksum, published, refused, kept, keptBytes);
    }

    Progress onePublished() {
        return new Progress(bytes, line, checksum, published + 1, refused, kept, keptBytes);
    }

    Progress oneRefused() {
        return new Progress(bytes, line, checksum, published, refused + 1, kept, keptBytes);
    }

    Progress oneKept(long size) {
        return new Progress(bytes, line, checksum, published, refused, kept + 1, keptBytes + size);
    }
}
