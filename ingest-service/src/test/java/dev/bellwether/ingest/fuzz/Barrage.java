package dev.bellwether.ingest.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** The shots of one connection: the same seed gives the same shots. */
final class Barrage {

    private static final List<String> ODD_KEYS =
            List.of("", "Basic", "Basic !!!", "Bearer", "Bearer \u00e9", "Digest a", "Basic " + "A".repeat(4_000));

    private final SplittableRandom dice;
    private final String name;
    private int number;

    Barrage(long seed) {
        this.dice = new SplittableRandom(seed);
        this.name = "fuzz-" + seed + "-";
    }

    Shot next() {
        number++;
        Target target = Targets.ALL.get(dice.nextInt(Targets.ALL.size()));
        return switch (dice.nextInt(20)) {
            case 0 -> good(target, target.good(name + number), false);
            case 1 -> good(target, target.goodAmongBad(name + number, dice), false);
            case 2 -> good(target, target.good(name + number), true);
            case 3 -> unlocked(target);
            default -> damaged(target);
        };
    }

    private Shot good(Target target, String body, boolean packed) {
        byte[] bytes = body.getBytes(UTF_8);
        return packed
                ? shot(target.batchAddress(), Map.of("Content-Encoding", "gzip"), Damage.gzip(bytes), name + number)
                : shot(target.batchAddress(), Map.of(), bytes, name + number);
    }

    private Shot unlocked(Target target) {
        String key = ODD_KEYS.get(dice.nextInt(ODD_KEYS.size()));
        return shot(
                target.address(dice),
                Map.of("Authorization", key),
                target.good("bad").getBytes(UTF_8),
                null);
    }

    private Shot damaged(Target target) {
        Damage[] all = Damage.values();
        Damage damage = all[dice.nextInt(all.length)];
        String body = dice.nextBoolean() ? target.good("bad") : target.goodAmongBad("bad", dice);
        return shot(target.address(dice), damage.headers(), damage.of(body, dice), null);
    }

    private static Shot shot(
            Map<String, String> address, Map<String, String> more, byte[] body, @Nullable String good) {
        Map<String, String> headers = new HashMap<>(address);
        headers.putAll(more);
        String path = headers.remove("");
        return new Shot(path == null ? "/" : path, headers, body, good);
    }
}
