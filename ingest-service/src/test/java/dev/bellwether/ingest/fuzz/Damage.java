package dev.bellwether.ingest.fuzz;

import static dev.bellwether.ingest.testing.Packed.gzip;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.bellwether.ingest.testing.Packed;
import java.util.Arrays;
import java.util.Map;
import java.util.SplittableRandom;

/** The ways in which a body can be bad. */
enum Damage {
    /** Ends somewhere. */
    CUT {
        @Override
        byte[] of(String good, SplittableRandom dice) {
            byte[] bytes = good.getBytes(UTF_8);
            return Arrays.copyOf(bytes, dice.nextInt(bytes.length));
        }
    },
    /** Some of its bytes are others. */
    GARBLED {
        @Override
        byte[] of(String good, SplittableRandom dice) {
            byte[] bytes = good.getBytes(UTF_8);
            for (int i = 0; i < 1 + dice.nextInt(4); i++) {
                bytes[dice.nextInt(bytes.length)] = (byte) dice.nextInt(256);
            }
            return bytes;
        }
    },
    NOISE {
        @Override
        byte[] of(String good, SplittableRandom dice) {
            byte[] bytes = new byte[dice.nextInt(300)];
            dice.nextBytes(bytes);
            return bytes;
        }
    },
    /** A value of another type stands where text stood. */
    WRONG_TYPE {
        @Override
        byte[] of(String good, SplittableRandom dice) {
            return replaced(good, dice, "7", "-0.0", "true", "null", "[]", "{}", "[[{\"a\":[1]}]]", "\"\"", "\" \"");
        }
    },
    HUGE_NUMBER {
        @Override
        byte[] of(String good, SplittableRandom dice) {
            return replaced(
                    good, dice, "1e999999999", "-1E-999999999", "9".repeat(2000), "0." + "1".repeat(2000), "1e400");
        }
    },
    NOT_UTF_8 {
        @Override
        byte[] of(String good, SplittableRandom dice) {
            byte[][] wrong = {
                {(byte) 0xC0, (byte) 0xAF}, {(byte) 0xFF}, {(byte) 0xED, (byte) 0xA0, (byte) 0x80}, {(byte) 0xF5, 1}
            };
            return inserted(good.getBytes(UTF_8), wrong[dice.nextInt(wrong.length)], dice);
        }
    },
    NUL {
        @Override
        byte[] of(String good, SplittableRandom dice) {
            return dice.nextBoolean()
                    ? inserted(good.getBytes(UTF_8), new byte[1], dice)
                    : replaced(good, dice, "\"\\u0000\"", "\"a\\u0000b\"", "\"\\ud800\"", "\"\\udc00\\ud800\"");
        }
    },
    /** The same key twice. */
    DOUBLED {
        @Override
        byte[] of(String good, SplittableRandom dice) {
            String[] keys = {"id", "type", "userId", "batch", "data", "messageId", "context", "subject"};
            String twice =
                    "{\"" + keys[dice.nextInt(keys.length)] + "\":" + (dice.nextBoolean() ? "[7]" : "\"x\"") + ",";
            return good.replace("{", twice).getBytes(UTF_8);
        }
    },
    DEEP {
        @Override
        byte[] of(String good, SplittableRandom dice) {
            int depth = 1 << dice.nextInt(4, 16);
            return replaced(
                    good, dice, "[".repeat(depth), "[".repeat(depth) + "]".repeat(depth), "{\"a\":".repeat(depth));
        }
    },
    /** Longer than a text, an event or a batch may be. */
    LONG {
        @Override
        byte[] of(String good, SplittableRandom dice) {
            return dice.nextInt(20) > 0
                    ? replaced(good, dice, "\"" + "x".repeat(dice.nextInt(200, 2_000)) + "\"")
                    : replaced(
                            good,
                            dice,
                            "\"" + "x".repeat(dice.nextInt(33_000, 100_000)) + "\"",
                            "[" + "{},".repeat(3_000) + "{}]");
        }
    },
    /** A little that becomes much. */
    BOMB {
        @Override
        byte[] of(String good, SplittableRandom dice) {
            return BOMBS[dice.nextInt(BOMBS.length)].clone();
        }

        @Override
        Map<String, String> headers() {
            return GZIP;
        }
    },
    /** Something else than gzip under its name. */
    NO_GZIP {
        @Override
        byte[] of(String good, SplittableRandom dice) {
            byte[] packed = gzip(good);
            return dice.nextBoolean() ? Arrays.copyOf(packed, dice.nextInt(packed.length)) : good.getBytes(UTF_8);
        }

        @Override
        Map<String, String> headers() {
            return GZIP;
        }
    };

    private static final Map<String, String> GZIP = Map.of("Content-Encoding", "gzip");
    private static final byte[][] BOMBS = {
        gzip(new byte[8 << 20]), gzip(" ".repeat(8 << 20)), gzip("[".repeat(3 << 20)), Packed.nothing(20_000)
    };

    abstract byte[] of(String good, SplittableRandom dice);

    /** What a request of it says beside the usual. */
    Map<String, String> headers() {
        return Map.of();
    }

    /** With one of its quoted values, or keys, replaced. */
    private static byte[] replaced(String good, SplittableRandom dice, String... values) {
        int from = good.indexOf('"', dice.nextInt(good.length()));
        int to = from < 0 ? -1 : good.indexOf('"', from + 1);
        String value = values[dice.nextInt(values.length)];
        return (to < 0 ? value : good.substring(0, from) + value + good.substring(to + 1)).getBytes(UTF_8);
    }

    private static byte[] inserted(byte[] bytes, byte[] more, SplittableRandom dice) {
        int place = dice.nextInt(bytes.length);
        byte[] all = new byte[bytes.length + more.length];
        System.arraycopy(bytes, 0, all, 0, place);
        System.arraycopy(more, 0, all, place, more.length);
        System.arraycopy(bytes, place, all, place + more.length, bytes.length - place);
        return all;
    }
}
