package dev.bellwether.ingest.csv.row;

/** What becomes of the text of a cell. */
enum Form {
    /** Tells about the event and is no field of the fact. */
    ATTRIBUTE,
    /** Tells when the event happened, and is no field of the fact. */
    MOMENT,
    TEXT,
    NUMBER,
    FLAG,
    DAY,
    INSTANT,
    /** An amount in major units, with the decimals of the row's currency. */
    DECIMAL_AMOUNT,
    /** Products with their annual amounts. */
    LINES,
    /** Part of the one line of a contract. */
    LINE,
    /** Likewise, and a number. */
    LINE_AMOUNT;

    boolean isTime() {
        return this == MOMENT || this == DAY || this == INSTANT;
    }

    boolean isNumber() {
        return this == NUMBER || this == DECIMAL_AMOUNT || this == LINE_AMOUNT;
    }

    boolean isOfLine() {
        return this == LINE || this == LINE_AMOUNT;
    }
}
