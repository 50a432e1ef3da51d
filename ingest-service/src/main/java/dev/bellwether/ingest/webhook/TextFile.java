package dev.bellwether.ingest.webhook;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** A file that an operator has written. */
final class TextFile {

    private TextFile() {}

    /**
     * @throws IllegalArgumentException when there is no text to read; the message names the file
     */
    static String read(Path path) throws IOException {
        try {
            return Files.readString(path);
        } catch (NoSuchFileException e) {
            throw new IllegalArgumentException("there is no file " + path, e);
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException(path + " is not written in UTF-8", e);
        }
    }
}
