package dev.bellwether.alert.message;

/** The summary shows its entries as they stand now, in silence; where nothing can be edited nothing is sent. */
public record SummaryUpdate(Summary summary) implements Content {}
