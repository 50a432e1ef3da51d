package dev.bellwether.messaging;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps a log from saying the same again; of the first thousand things, for whoever has more of them knows by then. */
public final class SaidOnce {

    private static final int MOST = 1_000;

    private final Set<String> said = ConcurrentHashMap.newKeySet();

    /** Whether this is to be said: nobody has yet, and not too much was said already. */
    public boolean isNew(String what) {
        return said.size() < MOST && said.add(what);
    }
}
