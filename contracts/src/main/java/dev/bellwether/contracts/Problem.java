package dev.bellwether.contracts;

/**
 * What is wrong with one field.
 *
 * @param pointer JSON pointer (RFC 6901) to the field, empty for the whole document
 * @param detail an English sentence for the person who sent it; never holds the value when it could be a secret
 */
public record Problem(String pointer, String detail) {

    /** A name of any letters as part of a pointer. */
    public static String token(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    /** Both on one line. */
    public String text() {
        return (pointer + " " + detail).strip();
    }
}
