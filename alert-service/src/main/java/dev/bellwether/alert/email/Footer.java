package dev.bellwether.alert.email;

import dev.bellwether.alert.delivery.Message;

/** Says to the reader of a mail why it came. */
final class Footer {

    private Footer() {}

    static String of(Message message) {
        return "Bellwether tells you this because " + because(message) + ".";
    }

    private static String because(Message message) {
        String owner = message.owner();
        if (message.recipient().equalsIgnoreCase(owner)) {
            return "the account is yours";
        }
        return owner == null ? "the account has no owner yet" : "you were told how it began";
    }
}
