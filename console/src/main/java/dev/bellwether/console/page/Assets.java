package dev.bellwether.console.page;

import io.quarkus.qute.TemplateGlobal;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import java.util.zip.CRC32;

/** Where the pages' style and scripts lie; a changed file has a new address, so that no browser keeps an old one. */
@TemplateGlobal
final class Assets {

    private static final String OURS = "META-INF/resources/assets/";

    static final String STYLE = versioned("console.css");
    static final String SCRIPT = versioned("console.js");
    static final String HTMX = "/_static/htmx.org/" + htmxVersion() + "/dist/htmx.min.js";

    private Assets() {}

    private static String versioned(String file) {
        CRC32 version = new CRC32();
        try (InputStream content = open(OURS + file)) {
            version.update(content.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + file, e);
        }
        return "/assets/" + file + "?v=" + Long.toHexString(version.getValue());
    }

    private static String htmxVersion() {
        Properties artifact = new Properties();
        try (InputStream content = open("META-INF/maven/org.mvnpm/htmx.org/pom.properties")) {
            artifact.load(content);
        } catch (IOException e) {
            throw new UncheckedIOException("reading the version of htmx", e);
        }
        return artifact.getProperty("version");
    }

    private static InputStream open(String name) {
        InputStream content = Thread.currentThread().getContextClassLoader().getResourceAsStream(name);
        if (content == null) {
            throw new IllegalStateException(name + " is missing from the class path");
        }
        return content;
    }
}
