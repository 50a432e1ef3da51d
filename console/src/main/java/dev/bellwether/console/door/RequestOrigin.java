package dev.bellwether.console.door;

import java.net.URI;
import java.util.Set;

/**
 * Where a request says it comes from; an empty text where it does not say.
 *
 * @param method GET, POST …
 * @param host the address the request was sent to, with its port
 * @param origin the site whose page made the request
 * @param fetchSite the browser's own judgement: same-origin, same-site, cross-site or none
 */
record RequestOrigin(String method, String host, String origin, String fetchSite) {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    /**
     * Whether the request may change something. Programs that are no browser say nothing of where they come from; they
     * carry no cookie that they did not get by the password.
     */
    boolean mayChange() {
        if (READING.contains(method)) {
            return true;
        }
        if (!fetchSite.isEmpty()) {
            return fetchSite.equals("same-origin") || fetchSite.equals("none");
        }
        return origin.isEmpty() || isHost(origin);
    }

    private boolean isHost(String site) {
        try {
            return host.equalsIgnoreCase(URI.create(site).getRawAuthority());
        } catch (IllegalArgumentException e) {
            // not an address, so not ours
            return false;
        }
    }
}
