package dev.bellwether.health.score.memory;

/**
 * The 64-bit key of a user id or a feature name. Keys are stored, so this function is part of the storage format and
 * never changes. One million ids share a key with a probability of about 3 in 100 million.
 */
public final class Hash64 {

    // FNV-1a, fed one UTF-16 unit at a time …
    private static final long OFFSET = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;
    // … and a finaliser that makes every bit depend on every other, as FNV leaves the high bits of short texts weak
    private static final long FIRST_MIX = 0xbf58476d1ce4e5b9L;
    private static final long SECOND_MIX = 0x94d049bb133111ebL;

    private Hash64() {}

    /** The key of the text; equal texts have equal keys, on every machine and in every version. */
    public static long of(String text) {
        long hash = OFFSET;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * PRIME;
        }
        return mixed(hash);
    }

    /** The key of a text of ASCII characters only, given as its bytes. */
    public static long ofAscii(byte[] text) {
        return ofAscii(text, 0, text.length);
    }

    /** The key of a text of ASCII characters only that stands among other bytes. */
    public static long ofAscii(byte[] text, int offset, int length) {
        long hash = OFFSET;
        for (int i = offset; i < offset + length; i++) {
            hash = (hash ^ text[i]) * PRIME;
        }
        return mixed(hash);
    }

    private static long mixed(long hash) {
        long mixed = (hash ^ (hash >>> 30)) * FIRST_MIX;
        mixed = (mixed ^ (mixed >>> 27)) * SECOND_MIX;
        return mixed ^ (mixed >>> 31);
    }
}
