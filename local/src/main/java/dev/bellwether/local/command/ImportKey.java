package dev.bellwether.local.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The key of an import: the same for the same content read in the same way, whatever the file's name. */
final class ImportKey {

    private static final int BUFFER = 1 << 16;
    private static final int BYTES = 16;

    private ImportKey() {}

    static String of(ImportWords words) throws IOException {
        MessageDigest digest = sha256();
        digest.update((words.kind() + words.query() + "\0").getBytes(UTF_8));
        byte[] buffer = new byte[BUFFER];
        try (InputStream in = Files.newInputStream(words.file())) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        }
        return words.kind() + "-" + HexFormat.of().formatHex(digest.digest(), 0, BYTES);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
