package dev.bellwether.alert.slack;

/** Text that Slack shows as it is: what a customer is called can neither mention people nor hide a link. */
final class SlackText {

    private static final String MORE = "…";

    private SlackText() {}

    /** Escapes the three characters that Slack's markup rests on; nothing else may be escaped. */
    static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /**
     * Escapes and shortens.
     *
     * @param limit most UTF-16 units of the result, escapes included; cut neither within a character nor an escape
     */
    static String escaped(String text, int limit) {
        String whole = escaped(text);
        if (whole.length() <= limit) {
            return whole;
        }
        StringBuilder kept = new StringBuilder();
        for (int codePoint : text.codePoints().toArray()) {
            String next = escaped(Character.toString(codePoint));
            if (kept.length() + next.length() > limit - MORE.length()) {
                break;
            }
            kept.append(next);
        }
        return kept.append(MORE).toString();
    }
}
