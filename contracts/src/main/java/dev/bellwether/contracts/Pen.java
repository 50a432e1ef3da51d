package dev.bellwether.contracts;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Consumer;

/** Writes one document after the other, each thread with its own: to make a generator costs as much as to write an event. */
final class Pen {

    private static final JsonFactory FACTORY =
            new JsonFactoryBuilder().rootValueSeparator((String) null).build();

    /** A document larger than this leaves no buffer of its size behind, bytes. */
    private static final int LARGE = 65_536;

    private static final ThreadLocal<Pen> PENS = ThreadLocal.withInitial(Pen::new);

    private final ByteArrayBuilder bytes = new ByteArrayBuilder(512);
    private final JsonGenerator generator;

    private Pen() {
        try {
            generator = FACTORY.createGenerator(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("writing JSON to memory", e);
        }
    }

    static Pen ofThread() {
        return PENS.get();
    }

    /** Not within another document. */
    byte[] document(Consumer<Json> write) {
        boolean again = false;
        try {
            generator.writeStartObject();
            write.accept(new Json(generator));
            generator.writeEndObject();
            generator.flush();
            byte[] document = bytes.toByteArray();
            bytes.reset();
            again = document.length <= LARGE;
            return document;
        } catch (IOException e) {
            throw new UncheckedIOException("writing JSON to memory", e);
        } finally {
            if (!again) { // what broke off half-way would stand before the next document
                PENS.remove();
            }
        }
    }
}
