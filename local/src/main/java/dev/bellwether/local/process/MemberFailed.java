package dev.bellwether.local.process;

import java.nio.file.Path;

/** A member that ended before it was ready, or did not get ready in time; the message ends with what it logged last. */
public final class MemberFailed extends Exception {

    private static final long serialVersionUID = 1;

    MemberFailed(Member member, String what, Path log) {
        super(member.title() + " " + what + "\n  its log: " + log + "\n    " + String.join("\n    ", LogTail.of(log)));
    }
}
