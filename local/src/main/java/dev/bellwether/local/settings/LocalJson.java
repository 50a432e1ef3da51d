package dev.bellwether.local.settings;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.bellwether.local.home.Home;
import dev.bellwether.local.home.PrivateFile;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;

/**
 * What scripts need to talk to a local run, kept in {@code local.json}, readable by the owner only.
 *
 * @param kafka the bootstrap servers
 * @param postgres a JDBC address with the superuser and his password in it
 * @param writeKey what a producer shows to ingest
 * @param password of the console's user {@code admin}
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record LocalJson(Urls urls, String kafka, String postgres, String writeKey, TokenSet tokens, String password) {

    /** The addresses of everything that speaks HTTP. */
    public record Urls(
            String console,
            String ingest,
            String health,
            String alert,
            String renewal,
            String slackStub,
            String mailStub) {}

    /** A bearer token for each role; the CSMs' by e-mail address. */
    public record TokenSet(String admin, String manager, String ops, Map<String, String> csm) {

        public TokenSet {
            csm = Map.copyOf(csm);
        }

        @Override
        public String toString() {
            return "TokenSet[hidden]";
        }
    }

    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    /** Reads that of a home. */
    public static LocalJson read(Home home) throws IOException {
        if (!Files.exists(home.localJson())) {
            throw new IOException(home.localJson() + " does not exist: ./bellwether demo writes it at its first start");
        }
        return JSON.readValue(home.localJson().toFile(), LocalJson.class);
    }

    /** Writes it into a home. */
    public void write(Home home) throws IOException {
        PrivateFile.write(home.localJson(), JSON.writeValueAsString(this) + "\n");
    }

    @Override
    public String toString() {
        return "LocalJson[" + urls + "]";
    }
}
