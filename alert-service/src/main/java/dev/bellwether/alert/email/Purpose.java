package dev.bellwether.alert.email;

import dev.bellwether.alert.action.Action;
import java.util.Optional;

/** What a link in a mail is for. */
sealed interface Purpose {

    /** Does something about an alert. */
    record Act(Action action) implements Purpose {}

    /** No mails any more. */
    record Unsubscribe() implements Purpose {}

    /** Mails again. */
    record Subscribe() implements Purpose {}

    default String label() {
        return switch (this) {
            case Act act -> act.action().label();
            case Unsubscribe unsubscribe -> "unsubscribe";
            case Subscribe subscribe -> "subscribe";
        };
    }

    /** What the button of its page says. */
    default String words() {
        return switch (this) {
            case Act act -> act.action().words();
            case Unsubscribe unsubscribe -> "Send me no mails any more";
            case Subscribe subscribe -> "Send me mails again";
        };
    }

    static Optional<Purpose> labelled(String label) {
        return switch (label) {
            case "unsubscribe" -> Optional.of(new Unsubscribe());
            case "subscribe" -> Optional.of(new Subscribe());
            default -> Action.labelled(label).map(Act::new);
        };
    }
}
