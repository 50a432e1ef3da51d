package dev.bellwether.benchmarks.renewal;

import dev.bellwether.benchmarks.NotMeasured;
import dev.bellwether.benchmarks.machine.Stage;
import dev.bellwether.benchmarks.machine.Vigil;
import dev.bellwether.local.home.Port;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.SQLException;
import java.util.OptionalDouble;

/** What the service's metrics say of its sweeps. */
record Sweeps(Stage stage) {

    private static final String SPENT = "bellwether_renewal_sweep_seconds_sum";

    /** Seconds that all sweeps since its start took; waits for the end of the first. */
    double seconds(Vigil vigil) throws SQLException, NotMeasured, InterruptedException {
        vigil.await("tell how long the sweep took", () -> read().orElse(0) > 0);
        return read().orElseThrow();
    }

    private OptionalDouble read() throws InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            URI metrics = URI.create(stage.url(Port.RENEWAL) + "/q/metrics");
            return client.send(HttpRequest.newBuilder(metrics).build(), BodyHandlers.ofString())
                    .body()
                    .lines()
                    .filter(line -> line.startsWith(SPENT))
                    .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                    .findFirst();
        } catch (IOException e) {
            // it is still starting
            return OptionalDouble.empty();
        }
    }
}
