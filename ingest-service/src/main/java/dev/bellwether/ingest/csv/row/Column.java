package dev.bellwether.ingest.csv.row;

/**
 * A column that a file may have.
 *
 * @param name the fact's name of it
 */
record Column(String name, Form form) {

    /** Reads {@code name} or {@code name:FORM}; without a form it is text. */
    static Column of(String text) {
        int colon = text.indexOf(':');
        return colon < 0
                ? new Column(text, Form.TEXT)
                : new Column(text.substring(0, colon), Form.valueOf(text.substring(colon + 1)));
    }

    /** A name as it is compared: people write {@code Due On}, {@code due_on} and {@code dueOn}. */
    static String plain(String name) {
        StringBuilder plain = new StringBuilder(name.length());
        name.codePoints()
                .filter(Character::isLetterOrDigit)
                .map(Character::toLowerCase)
                .forEach(plain::appendCodePoint);
        return plain.toString();
    }
}
