package dev.bellwether.ingest.body;

/** A request's body after its content encoding was undone. */
public sealed interface Unpacked {

    @SuppressWarnings("ArrayRecordComponent") // read once, in slices
    record Content(byte[] bytes) implements Unpacked {}

    /** Beyond a limit; the detail says which. */
    record TooLarge(String detail) implements Unpacked {}

    /** There is no room for it at the moment. */
    record NoRoom() implements Unpacked {}

    /** Not what its content encoding says. */
    record Broken(String detail) implements Unpacked {}
}
