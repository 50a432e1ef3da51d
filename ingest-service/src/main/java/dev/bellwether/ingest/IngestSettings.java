package dev.bellwether.ingest;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How the doors behave. The keys, with their units and defaults, stand in {@code application.properties}. */
@ConfigMapping(prefix = "bellwether.ingest")
public interface IngestSettings {

    /** Who may send, by name. None by default: a door without a source is locked. */
    Map<String, SourceSettings> sources();

    Limits limits();

    /** How long a request may wait for the broker until it is answered 503. */
    @WithDefault("1800ms")
    Duration answerWithin();

    /** How long a request may wait for the database until it is answered 503. */
    @WithDefault("5s")
    Duration databaseWithin();

    /** In which the instants of webhooks become days; IANA name. */
    @WithDefault("UTC")
    ZoneId zone();

    /** Whether {@code /v1/echo} answers; for measuring only. */
    @WithDefault("false")
    boolean echo();

    Segment segment();

    Accounts accounts();

    Parking parking();

    Imports imports();

    /** What is refused for its size. */
    interface Limits {

        /** Largest body on the wire, bytes. */
        @WithDefault("512000")
        int bodyBytes();

        /** Largest body once decompressed, bytes. */
        @WithDefault("2097152")
        int unpackedBytes();

        /** Largest single event, bytes. */
        @WithDefault("65536")
        int eventBytes();

        /** Most events in one request. */
        @WithDefault("2500")
        int batchEvents();

        /** How long a client may take to send a request's body before the connection is closed. */
        @WithDefault("20s")
        Duration bodyWithin();

        /** Bodies under way at once until requests are answered 503, bytes. */
        @WithDefault("33554432")
        long inFlightBytes();
    }

    /** Segment's call properties with a meaning of their own here. */
    interface Segment {

        /** Largest single call, bytes; what its own service takes. */
        @WithDefault("32768")
        int callBytes();

        /** The property of track, page and screen calls that names the account. */
        Optional<String> accountProperty();

        /** The property of track, page and screen calls that says how much was used; 1 without it. */
        Optional<String> quantityProperty();

        /** The property of track, page and screen calls that names the feature, before their own name. */
        Optional<String> featureProperty();

        /** The feature that a page is; {@code {name}} stands for its name, else its category. */
        @WithDefault("Viewed {name}")
        String pageFeature();

        /** The feature that a screen is; likewise. */
        @WithDefault("Viewed {name}")
        String screenFeature();

        /** Features that are no usage; those that end in {@code *} stand for all that begin so. */
        Optional<List<String>> ignoredFeatures();
    }

    /** The memory of which account a user belongs to. */
    interface Accounts {

        /** Most users kept in memory; the database keeps all. */
        @WithDefault("100000")
        long cachedUsers();

        /** How long an instance may go on with what another one has learned anew. */
        @WithDefault("5m")
        Duration cachedFor();

        /** Most ids that calls can join to one user. */
        @WithDefault("1000")
        int idsPerUser();

        /** Whether surveys that tell only an e-mail address find the user to whom an identify call gave it. */
        @WithDefault("true")
        boolean byEmail();
    }

    /** Events whose account is not known yet. */
    interface Parking {

        /** How long an event waits for its account until it becomes a dead letter. */
        @WithDefault("7d")
        Duration expireAfter();

        /** How often waiting events are looked at, for two seconds, in turn; those of a user just learned go at once. */
        @WithDefault("30s")
        Duration sweepEvery();

        /** Most events that wait; further ones become dead letters. */
        @WithDefault("1000000")
        long capacity();
    }

    /** CSV files. */
    interface Imports {

        /** Most files that are read at once; further ones are answered 503. */
        @WithDefault("4")
        int atOnce();

        /** Largest row, bytes. */
        @WithDefault("65536")
        int rowBytes();

        /** Most columns of a file. */
        @WithDefault("200")
        int columns();

        /** Most refused rows of a file that are kept; further ones are counted. */
        @WithDefault("100000")
        int refusedRows();

        /** Most bytes of refused rows of a file that are kept. */
        @WithDefault("67108864")
        long refusedBytes();

        /** How long an import is remembered after its last row, with the rows it refused. */
        @WithDefault("30d")
        Duration keepFor();
    }
}
