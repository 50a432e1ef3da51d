package dev.bellwether.ingest.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.bellwether.contracts.Problem;
import dev.bellwether.contracts.Reading;
import dev.bellwether.ingest.Door;
import dev.bellwether.ingest.IngestSettings;
import dev.bellwether.ingest.SourceSettings;
import dev.bellwether.ingest.source.Source;
import dev.bellwether.ingest.source.SourceKind;
import dev.bellwether.ingest.webhook.mapping.Mapping;
import dev.bellwether.ingest.webhook.mapping.MappingReader;
import dev.bellwether.ingest.webhook.mapping.MappingTranslation;
import dev.bellwether.ingest.webhook.notice.Translation;
import dev.bellwether.ingest.webhook.notice.Unmapped;
import dev.bellwether.ingest.webhook.stripe.StripeTranslation;
import dev.bellwether.ingest.webhook.stripe.StripeVocabulary;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The hooks of all configured sources; made at the start, so that a wrong mapping file stops it. */
@Startup
@Singleton
class Hooks {

    private final Map<String, Hook> byName = new HashMap<>();

    /** Answers to names that no source has, and takes as long as if one had. */
    private final Hook stranger =
            new Hook(Seals.ofAnyKind(), (body, contentType, receivedAt) -> List.of(), Map.of(), Optional.empty());

    Hooks(IngestSettings settings) {
        settings.sources().forEach((name, source) -> {
            if (source.kind().doors().contains(Door.WEBHOOK)) {
                byName.put(name, hook(name, source, settings.zone()));
            }
        });
    }

    Hook of(Source source) {
        return byName.getOrDefault(source.name(), stranger);
    }

    private static Hook hook(String name, SourceSettings source, ZoneId zone) {
        try {
            SourceSettings.Webhook webhook = source.webhook();
            return new Hook(
                    Seals.of(source.kind(), webhook),
                    translation(source.kind(), webhook, zone),
                    AccountsFile.read(webhook.accountsFile()),
                    webhook.publicUrl());
        } catch (IllegalArgumentException | IOException e) {
            throw new IllegalStateException(
                    "the webhooks of source '" + name + "' cannot be read: " + e.getMessage(), e);
        }
    }

    private static Translation translation(SourceKind kind, SourceSettings.Webhook webhook, ZoneId zone)
            throws IOException {
        Unmapped unmapped = webhook.unmapped().orElse(usually(kind));
        return kind == SourceKind.STRIPE
                ? new StripeTranslation(new StripeVocabulary(webhook.accountKey(), unmapped, zone))
                : new MappingTranslation(mapping(kind, webhook, unmapped), zone);
    }

    private static Unmapped usually(SourceKind kind) {
        return switch (kind) {
            case STRIPE, ZENDESK, HUBSPOT -> Unmapped.ID;
            case INTERCOM, SURVEY -> Unmapped.PARK;
            case MENTION, GENERIC, PRODUCT, SEGMENT, CLOUDEVENTS, CSV -> Unmapped.REFUSE;
        };
    }

    private static Mapping mapping(SourceKind kind, SourceSettings.Webhook webhook, Unmapped unmapped)
            throws IOException {
        Optional<Path> file = webhook.mappingFile();
        if (file.isEmpty() && kind == SourceKind.GENERIC) {
            throw new IllegalArgumentException("a generic source needs a mapping-file");
        }
        String text = file.isPresent() ? TextFile.read(file.get()) : broughtAlong(kind);
        return switch (MappingReader.read(text, unmapped, webhook.currency().orElse(null))) {
            case Reading.Understood<Mapping>(Mapping mapping) -> mapping;
            case Reading.Refused<Mapping>(var problems) ->
                throw new IllegalArgumentException(
                        "its mapping: " + problems.stream().map(Problem::text).collect(Collectors.joining("; ")));
        };
    }

    private static String broughtAlong(SourceKind kind) throws IOException {
        String name = "/mappings/" + kind.name().toLowerCase(Locale.ROOT) + ".yaml";
        try (InputStream file = Hooks.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new UncheckedIOException(new IOException("the jar lacks " + name));
            }
            return new String(file.readAllBytes(), UTF_8);
        }
    }
}
