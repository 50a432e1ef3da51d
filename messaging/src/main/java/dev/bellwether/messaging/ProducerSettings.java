package dev.bellwether.messaging;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How this process writes to Kafka. Acknowledgement by all in-sync replicas is not a setting. */
@ConfigMapping(prefix = "bellwether.producer")
public interface ProducerSettings {

    /** How long a record waits for company before it is sent, milliseconds resolution. */
    @WithDefault("2ms")
    Duration linger();

    /** Largest batch to one partition, bytes. */
    @WithDefault("131072")
    int batchBytes();

    /** Largest record before compression, bytes; what the broker takes of it is the topic's {@code max.message.bytes}. */
    @WithDefault("8388608")
    int maxRecordBytes();

    /** Memory for records that wait to be sent, bytes. */
    @WithDefault("67108864")
    long bufferBytes();

    /** How long a send may wait for the broker's address or for buffer space before it fails. */
    @WithDefault("2s")
    Duration maxBlock();

    /** How long a record may take until it is acknowledged or given up. */
    @WithDefault("30s")
    Duration deliveryTimeout();

    /**
     * Compression on the wire and on the log: none, gzip, snappy or zstd. The few records that a door gathers for a
     * partition cost zstd eight times the processor time, here and at the broker; a log of zstd is half as large.
     */
    @WithDefault("snappy")
    String compression();
}
