package dev.bellwether.alert.message;

/** The thread's first message shows the group as it stands now, in silence; where nothing can be edited nothing is sent. */
public record Update(Group group) implements Content {}
