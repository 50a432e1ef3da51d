package dev.bellwether.local;

import dev.bellwether.local.home.Folders;
import dev.bellwether.local.home.PrivateFile;
import dev.bellwether.local.home.Secrets;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The files of one PostgreSQL server: the cluster, the superuser's password, the log, and the mark that says that the
 * cluster was initialised to the end.
 */
record PostgresFolder(Path folder) {

    PostgresFolder {
        folder = folder.toAbsolutePath();
    }

    /** Ready to be started on: no half-made cluster, no surviving server, a password in place. */
    static PostgresFolder prepared(Path folder) {
        PostgresFolder prepared = new PostgresFolder(folder);
        try {
            Files.createDirectories(prepared.folder);
            PostgresSurvivor.stop(prepared.cluster());
            if (!Files.exists(prepared.mark())) {
                // a cluster without its mark was never used: its initialisation was interrupted
                Folders.delete(prepared.cluster());
            }
            prepared.keepPassword();
            return prepared;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot prepare the folder of PostgreSQL, " + folder, e);
        }
    }

    Path cluster() {
        return folder.resolve("cluster");
    }

    Path log() {
        return folder.resolve("server.log");
    }

    Path passwordFile() {
        return folder.resolve("superuser-password");
    }

    /** The superuser's password, made up when there is none yet; the cluster is initialised with it later. */
    String password() throws IOException {
        keepPassword();
        return Files.readString(passwordFile()).strip();
    }

    private void keepPassword() throws IOException {
        if (!Files.exists(passwordFile())) {
            PrivateFile.write(passwordFile(), Secrets.random());
        }
    }

    void markInitialised() throws IOException {
        if (!Files.exists(mark())) {
            Files.createFile(mark());
        }
    }

    /** Where the server's programs are unpacked: once a user, not in a folder that others may write to. */
    File binaries() {
        Path home = Path.of(System.getProperty("user.home"));
        Path cache = Files.isWritable(home) ? home.resolve(".cache").resolve("bellwether") : folder;
        return cache.resolve("postgresql").toFile();
    }

    private Path mark() {
        return folder.resolve("initialised");
    }
}
