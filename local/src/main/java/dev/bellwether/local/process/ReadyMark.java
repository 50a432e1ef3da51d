package dev.bellwether.local.process;

import dev.bellwether.local.home.Home;
import dev.bellwether.local.home.PrivateFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file by which a process without a health address says that it is ready: it holds the id of that process. */
public record ReadyMark(Path file) {

    /** The mark of a member. */
    public static ReadyMark of(Home home, Member member) {
        return new ReadyMark(home.run().resolve(member.title() + ".ready"));
    }

    /** Says that this process is ready. */
    public void set() throws IOException {
        PrivateFile.write(file, String.valueOf(ProcessHandle.current().pid()));
    }

    boolean setBy(long pid) {
        try {
            return Files.readString(file).strip().equals(String.valueOf(pid));
        } catch (IOException e) {
            // no mark yet
            return false;
        }
    }

    void clear() throws IOException {
        Files.deleteIfExists(file);
    }
}
