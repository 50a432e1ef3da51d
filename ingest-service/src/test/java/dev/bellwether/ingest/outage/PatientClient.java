package dev.bellwether.ingest.outage;

import static dev.bellwether.ingest.testing.TestSources.SLOW_KEY;

import com.segment.analytics.Analytics;
import com.segment.analytics.Callback;
import com.segment.analytics.messages.Message;
import com.segment.analytics.messages.TrackMessage;
import dev.bellwether.ingest.testing.Address;
import java.io.IOException;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.Buffer;
import okio.BufferedSink;
import okio.GzipSink;
import okio.Okio;

/**
 * Segment's own library for Java, which sends several batches at once with a key that may not send so many, packed, and
 * keeps on sending what was refused for a while only.
 */
final class PatientClient implements AutoCloseable, Callback {

    static final int BATCHES = 4;

    private final Queue<Integer> refusals = new ConcurrentLinkedQueue<>();
    private final Queue<String> delivered = new ConcurrentLinkedQueue<>();
    private final Queue<String> givenUp = new ConcurrentLinkedQueue<>();
    private final ExecutorService network = Executors.newFixedThreadPool(BATCHES);
    private final Analytics analytics;

    PatientClient() {
        OkHttpClient http = new OkHttpClient.Builder()
                .addInterceptor(PatientClient::pack)
                .addInterceptor(this::watch)
                .build();
        analytics = Analytics.builder(SLOW_KEY)
                .setUploadURL(Address.of("/v1/import/").toString())
                .client(http)
                .networkExecutor(network)
                .flushQueueSize(1)
                .callback(this)
                .build();
        for (int i = 0; i < BATCHES; i++) {
            analytics.enqueue(TrackMessage.builder("e")
                    .userId("u")
                    .messageId("patient-" + i)
                    .context(Map.of("groupId", "g")));
        }
    }

    /** The statuses of batches that were refused. */
    Collection<Integer> refusals() {
        return refusals;
    }

    /** The ids of messages that the library holds to be delivered. */
    Collection<String> delivered() {
        return delivered;
    }

    /** Those that it has lost. */
    Collection<String> givenUp() {
        return givenUp;
    }

    @Override
    public void success(Message message) {
        delivered.add(message.messageId());
    }

    @Override
    public void failure(Message message, Throwable throwable) {
        givenUp.add(message.messageId());
    }

    private static Response pack(Interceptor.Chain chain) throws IOException {
        Request request = chain.request();
        RequestBody body = Objects.requireNonNull(request.body());
        Buffer packed = new Buffer();
        try (BufferedSink sink = Okio.buffer(new GzipSink(packed))) {
            body.writeTo(sink);
        }
        return chain.proceed(request.newBuilder()
                .header("Content-Encoding", "gzip")
                .method(request.method(), RequestBody.create(packed.readByteArray(), body.contentType()))
                .build());
    }

    private Response watch(Interceptor.Chain chain) throws IOException {
        Response response = chain.proceed(chain.request());
        if (!response.isSuccessful()) {
            refusals.add(response.code());
        }
        return response;
    }

    @Override
    public void close() {
        analytics.shutdown();
        network.shutdown();
    }
}
