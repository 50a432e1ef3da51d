package dev.bellwether.health.score.memory;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Who used which feature how much on one day, as bytes to be stored. The format is part of the storage and never changes:
 *
 * <pre>
 * uses     = user*
 * user     = key (8 bytes, the high one first), number of entries (varint), entry*
 * entry    = feature (8 bytes, the high one first), quantity (zigzag varint, millionths)
 * varint   = 7 bits a byte, the low ones first; the high bit says that more follow
 * </pre>
 *
 * <p>Uses joined end to end are uses again and say what both said: of what occurs twice the quantities add up. So the
 * database can merge rows without reading them, and a sum that is too large for one entry is simply written as two.
 */
public final class Uses {

    private static final int LARGEST_ENTRY = 31; // key, number, feature and quantity: 8 + 5 + 8 + 10
    private static final int MORE = 0x80;

    private final long day;
    private final byte[] bytes;

    private Uses(long day, byte[] bytes) {
        this.day = day;
        this.bytes = bytes;
    }

    /** As stored before; {@code day} is in days since 1970-01-01. */
    public static Uses stored(long day, byte[] bytes) {
        return new Uses(day, bytes.clone());
    }

    /** Those of the list from (included) to (not included), which must be of one day and in the order of users. */
    static Uses of(UseList list, int from, int to) {
        ByteBuffer bytes = ByteBuffer.allocate(Math.multiplyExact(to - from, LARGEST_ENTRY));
        for (int first = from, end; first < to; first = end) {
            end = list.endOfUser(first, to);
            bytes.putLong(list.user(first));
            putVarint(bytes, end - first);
            for (int i = first; i < end; i++) {
                bytes.putLong(list.feature(i));
                putVarint(bytes, zigzag(list.millionths(i)));
            }
        }
        return new Uses(list.day(from), Arrays.copyOf(bytes.array(), bytes.position()));
    }

    /** Days since 1970-01-01. */
    public long day() {
        return day;
    }

    /** A copy, to be stored. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /**
     * Shows every entry; a user and feature may come more than once.
     *
     * @throws IllegalStateException when the bytes end in the middle of something
     */
    void each(Visitor visitor) {
        ByteBuffer left = ByteBuffer.wrap(bytes);
        try {
            while (left.hasRemaining()) {
                long user = left.getLong();
                for (long entries = varint(left); entries > 0; entries--) {
                    visitor.used(user, left.getLong(), day, unzigzag(varint(left)));
                }
            }
        } catch (BufferUnderflowException e) {
            throw new IllegalStateException(
                    "the " + bytes.length + " bytes of uses of day " + day + " are cut short", e);
        }
    }

    private static void putVarint(ByteBuffer bytes, long value) {
        long left = value;
        while ((left & -MORE) != 0) {
            bytes.put((byte) (left | MORE));
            left >>>= 7;
        }
        bytes.put((byte) left);
    }

    private static long varint(ByteBuffer bytes) {
        long value = 0;
        for (int shift = 0; ; shift += 7) {
            byte next = bytes.get();
            value |= (next & (MORE - 1L)) << shift;
            if (next >= 0) {
                return value;
            }
        }
    }

    // small negative numbers are short too: corrections of a quantity are negative
    private static long zigzag(long value) {
        return (value << 1) ^ (value >> 63);
    }

    private static long unzigzag(long value) {
        return (value >>> 1) ^ -(value & 1);
    }

    /** Is shown uses one by one. */
    interface Visitor {

        /** A user used a feature on a day; the quantity is in millionths. */
        void used(long user, long feature, long day, long millionths);
    }
}
