package dev.bellwether.alert.book;

/** What came of somebody's wish to handle an alert. */
public sealed interface Handled {

    /** It is as wished. */
    record Done(ListedAlert alert) implements Handled {}

    /** There is no such alert, or it is not theirs. */
    record NotFound() implements Handled {}

    /** It is over already. */
    record Over(String status) implements Handled {}
}
