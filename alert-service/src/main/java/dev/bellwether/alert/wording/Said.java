package dev.bellwether.alert.wording;

import java.net.URI;

/** A message in plain text: nothing in it is escaped or shortened, that is each channel's affair. */
public sealed interface Said permits Story, Bulletin {

    /** All of it in one line. */
    String headline();

    /** A page with more. */
    URI link();

    Tone tone();
}
