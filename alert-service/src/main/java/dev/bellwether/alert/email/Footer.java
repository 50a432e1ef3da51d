package dev.bellwether.alert.email;

import dev.bellwether.alert.delivery.Message;

/** Says to the reader of a mail why it came. */
final class Footer {

    private Footer() {}

    static String of(Message message) {
        return "Bellwether tells you this because " + message.because() + ".";
    }
}
