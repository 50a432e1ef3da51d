package dev.bellwether.ingest.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.bellwether.ingest.testing.Packed;
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
        String id = name + ++number;
        Target target = Targets.any(dice);
        return switch (dice.nextInt(20)) {
            case 0 -> good(target, id, target.good(id), false);
            case 1 -> good(target, id, target.goodAmongBad(id, dice), false);
            case 2 -> good(target, id, target.good(id), true);
            case 3 -> unlocked(target);
            default -> damaged(target);
        };
    }

    private static Shot good(Target target, String id, String text, boolean packed) {
        byte[] body = packed ? Packed.gzip(text) : text.getBytes(UTF_8);
        Map<String, String> more = packed ? Map.of("Content-Encoding", "gzip") : Map.of();
        return shot(target, target.batchAddress(body), more, body, target.event(id));
    }

    private Shot unlocked(Target target) {
        byte[] body = target.good("bad").getBytes(UTF_8);
        String key = ODD_KEYS.get(dice.nextInt(ODD_KEYS.size()));
        return shot(target, target.address(body, dice), Map.of("Authorization", key), body, null);
    }

    private Shot damaged(Target target) {
        Damage[] all = Damage.values();
        Damage damage = all[dice.nextInt(all.length)];
        byte[] body = damage.of(dice.nextBoolean() ? target.good("bad") : target.goodAmongBad("bad", dice), dice);
        return shot(target, target.address(body, dice), damage.headers(), body, null);
    }

    private static Shot shot(
            Target target,
            Map<String, String> address,
            Map<String, String> more,
            byte[] body,
            Shot.@Nullable Good good) {
        Map<String, String> headers = new HashMap<>(address);
        headers.putAll(more);
        String path = headers.remove("");
        return new Shot(path == null ? "/" : path, headers, body, good, target.hangsUp());
    }
}
