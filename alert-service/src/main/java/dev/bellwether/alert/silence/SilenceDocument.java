package dev.bellwether.alert.silence;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bellwether.alert.document.Forms;
import dev.bellwether.alert.document.Lint;
import dev.bellwether.alert.policy.Silence;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Function;

/** A silence as somebody asks for it. */
final class SilenceDocument {

    private SilenceDocument() {}

    /**
     * Reads it.
     *
     * @throws dev.bellwether.alert.document.Faulty when it has faults
     */
    static Silence read(JsonNode document, String by, Instant now) {
        return Lint.read(document, lint -> {
            var target = new Silence.Target(
                    lint.text("account"),
                    lint.text("segment"),
                    lint.parsed("kind", Forms::kind, Forms.A_KIND),
                    lint.parsed("person", Forms::email, Forms.AN_EMAIL));
            if (target.everything() != lint.flag("everything")) {
                lint.fault(
                        "everything",
                        target.everything()
                                ? "must be true where no account, segment, kind or person is named"
                                : "must not be true where an account, segment, kind or person is named");
            }
            Instant from = lint.parsed("from", Forms::moment, Forms.A_MOMENT).orElse(now);
            return new Silence(
                    UUID.randomUUID(),
                    target,
                    from,
                    end(lint, target, from, now),
                    by,
                    lint.required("reason", Function.identity(), "a text", ""));
        });
    }

    private static Silence.End end(Lint lint, Silence.Target target, Instant from, Instant now) {
        var until = lint.parsed("until", Forms::moment, Forms.A_MOMENT);
        var cleared = lint.parsed("untilCleared", Forms::kind, Forms.A_KIND);
        boolean recovered = lint.flag("untilRecovered");
        int given = (until.isPresent() ? 1 : 0) + (cleared.isPresent() ? 1 : 0) + (recovered ? 1 : 0);
        if (given != 1) {
            lint.fault("until", "give one of until, untilCleared and untilRecovered");
        } else if (until.isEmpty() && target.account().isEmpty()) {
            lint.fault("account", "is needed for a silence that an event ends");
        }
        until.filter(end -> !end.isAfter(from) || !end.isAfter(now))
                .ifPresent(end -> lint.fault("until", "must be in the future and after from"));
        return until.<Silence.End>map(Silence.End.At::new)
                .or(() -> cleared.map(Silence.End.WhenCleared::new))
                .orElseGet(Silence.End.WhenRecovered::new);
    }
}
