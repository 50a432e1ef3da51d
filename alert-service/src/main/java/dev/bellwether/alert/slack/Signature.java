package dev.bellwether.alert.slack;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.slack.api.app_backend.SlackSignature;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tells a request of Slack from one that somebody made up, or kept to send it again later. */
final class Signature {

    private static final Duration WINDOW = Duration.ofMinutes(5);
    private static final Pattern SECONDS = Pattern.compile("\\d{1,12}");

    private final SlackSignature.Generator generator;

    Signature(String secret) {
        this.generator = new SlackSignature.Generator(secret);
    }

    /**
     * Whether Slack signed this, within five minutes of now.
     *
     * @param body as it came, before anything was decoded
     */
    boolean holds(@Nullable String signature, @Nullable String timestamp, String body, Instant now) {
        if (signature == null
                || timestamp == null
                || !SECONDS.matcher(timestamp).matches()) {
            return false;
        }
        Duration age = Duration.between(Instant.ofEpochSecond(Long.parseLong(timestamp)), now)
                .abs();
        byte[] expected = generator.generate(timestamp, body).getBytes(UTF_8);
        // compared in constant time, so that nobody can find the signature out letter by letter
        return age.compareTo(WINDOW) <= 0 && MessageDigest.isEqual(expected, signature.getBytes(UTF_8));
    }
}
