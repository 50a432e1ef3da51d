package dev.bellwether.contracts;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.math.BigDecimal;

/**
 * The short way through the JSON of a {@link UsageRecorded}, for those who read a great many and need only keys of the
 * texts: one pass, no object but the quantity. It never judges: where anything is unusual it says so, and
 * {@link Codec} decides. Not for several threads at once.
 */
public final class UsageScanner {

    private static final byte[] USER = "userId".getBytes(US_ASCII);
    private static final byte[] FEATURE = "feature".getBytes(US_ASCII);
    private static final byte[] QUANTITY = "quantity".getBytes(US_ASCII);

    private static final byte[] ONE = {'1'};

    // so that no text or name in it is too long for the codec
    private static final int DOCUMENT_LIMIT = 50_000;
    private static final int TEXT_LIMIT = 500;
    // a number so short is in every range
    private static final int SHORT_NUMBER = 11;

    /** Makes a key of a text of ASCII characters. */
    @FunctionalInterface
    public interface TextKey {
        long of(byte[] ascii, int offset, int length);
    }

    private final TextKey key;
    private final PlainJson json = new PlainJson();
    private boolean hasUser;
    private boolean hasFeature;
    private boolean hasQuantity;
    private long user;
    private long feature;
    private BigDecimal quantity = BigDecimal.ONE;

    public UsageScanner(TextKey key) {
        this.key = key;
    }

    /** True when all was usual: then key of user and feature and the quantity are what {@link Codec} would have read. */
    public boolean scan(byte[] document) {
        json.begin(document);
        hasUser = false;
        hasFeature = false;
        hasQuantity = false;
        quantity = BigDecimal.ONE;
        return document.length <= DOCUMENT_LIMIT
                && json.next() == '{'
                && scanFields()
                && json.next() == PlainJson.END
                && hasUser
                && hasFeature
                && json.isUtf8();
    }

    /** Key of the user id last scanned. */
    public long user() {
        return user;
    }

    /** Key of the feature last scanned. */
    public long feature() {
        return feature;
    }

    /** The quantity last scanned. */
    public BigDecimal quantity() {
        return quantity;
    }

    private boolean scanFields() {
        int separator;
        do {
            if (json.next() != '"' || !json.text() || !json.isLiteral() || !scanField()) {
                return false;
            }
            separator = json.next();
        } while (separator == ',');
        return separator == '}';
    }

    /** Reads the value of the name last passed. */
    private boolean scanField() {
        boolean isUser = json.is(USER);
        boolean isFeature = json.is(FEATURE);
        boolean isQuantity = json.is(QUANTITY);
        if (json.next() != ':') {
            return false;
        }
        int first = json.next();
        if (isUser) {
            return scanUser(first);
        }
        if (isFeature) {
            return scanFeature(first);
        }
        return isQuantity ? scanQuantity() : json.value(first);
    }

    private boolean scanUser(int first) {
        if (hasUser || !isPlainText(first)) {
            return false;
        }
        user = key.of(json.bytes(), json.from(), json.length());
        hasUser = true;
        return true;
    }

    private boolean scanFeature(int first) {
        if (hasFeature || !isPlainText(first)) {
            return false;
        }
        feature = key.of(json.bytes(), json.from(), json.length());
        hasFeature = true;
        return true;
    }

    private boolean scanQuantity() {
        if (hasQuantity || !json.number() || !json.isLiteral() || json.length() > SHORT_NUMBER) {
            return false;
        }
        quantity = json.is(ONE) ? BigDecimal.ONE : new BigDecimal(json.characters());
        hasQuantity = true;
        return true;
    }

    /** Text that is surely valid: neither blank nor too long. */
    private boolean isPlainText(int first) {
        if (first != '"' || !json.text() || !json.isLiteral() || json.length() > TEXT_LIMIT) {
            return false;
        }
        for (int i = json.from() + json.length() - 1; i >= json.from(); i--) {
            if (json.bytes()[i] != ' ') {
                return true;
            }
        }
        return false;
    }
}
