package dev.bellwether.health.score.flag;

/** What became of a flag. */
public sealed interface FlagChange {

    /** The flag after the change, with the sentence and the evidence of the change. */
    OpenFlag flag();

    /** It was not open and is now. */
    record Raised(OpenFlag flag) implements FlagChange {}

    /** It is open and became more severe. */
    record Escalated(OpenFlag flag) implements FlagChange {}

    /** It was open and is no more. */
    record Cleared(OpenFlag flag) implements FlagChange {}
}
