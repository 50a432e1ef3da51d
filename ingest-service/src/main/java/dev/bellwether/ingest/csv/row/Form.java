package dev.bellwether.ingest.csv.row;

/** What becomes of the text of a cell. */
enum Form {
    /** Tells about the event and is no field of the fact. */
    ATTRIBUTE,
    TEXT,
    NUMBER,
    FLAG,
    INSTANT,
    /** An amount in major units, with the decimals of the row's currency. */
    DECIMAL_AMOUNT,
    /** Products with their annual amounts. */
    LINES,
    /** Part of the one line of a contract. */
    LINE
}
