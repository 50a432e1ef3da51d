package dev.bellwether.ingest.account;

import dev.bellwether.contracts.Attributes;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** E-mail addresses of users: in lower case, because people do not tell them apart by it. */
public final class Address {

    /** Keeps what is said of addresses apart from what is said of ids that look like one; no product's ids begin so (RFC 6068). */
    private static final String SCHEME = "mailto:";

    private Address() {}

    /** By which an address is found among the ids of users. */
    public static String key(String address) {
        return SCHEME + address;
    }

    /** The address, or null when the text is none. */
    public static @Nullable String of(String text) {
        String address = text.strip().toLowerCase(Locale.ROOT);
        int at = address.indexOf('@');
        boolean plausible = at > 0 && at < address.length() - 1 && address.indexOf(' ') < 0;
        return plausible && Attributes.isKeepable(address) ? address : null;
    }
}
