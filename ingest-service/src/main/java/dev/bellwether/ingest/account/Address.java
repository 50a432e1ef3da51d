package dev.bellwether.ingest.account;

import dev.bellwether.contracts.Attributes;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** E-mail addresses as ids of users: in lower case, because people do not tell them apart by it. */
public final class Address {

    private Address() {}

    /** The address as an id, or null when the text is none. */
    public static @Nullable String of(String text) {
        String address = text.strip().toLowerCase(Locale.ROOT);
        int at = address.indexOf('@');
        boolean plausible = at > 0 && at < address.length() - 1 && address.indexOf(' ') < 0;
        return plausible && Attributes.isKeepable(address) ? address : null;
    }
}
