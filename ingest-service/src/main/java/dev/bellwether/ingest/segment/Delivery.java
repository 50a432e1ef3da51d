package dev.bellwether.ingest.segment;

import dev.bellwether.contracts.Envelope;
import dev.bellwether.contracts.Problem;
import dev.bellwether.ingest.Door;
import dev.bellwether.ingest.IngestMetrics;
import dev.bellwether.ingest.Outcome;
import dev.bellwether.ingest.Refused;
import dev.bellwether.ingest.account.Errand;
import dev.bellwether.ingest.account.Parking;
import dev.bellwether.ingest.account.Release;
import dev.bellwether.ingest.account.Waiting;
import dev.bellwether.ingest.publish.InFlight;
import dev.bellwether.ingest.publish.Publisher;
import dev.bellwether.ingest.segment.call.Call;
import dev.bellwether.ingest.verdict.Reason;
import dev.bellwether.messaging.Records;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Brings understood calls to where they belong: those with an account to Kafka, the others to the parking. */
@Singleton
class Delivery {

    private static final Problem PARKING_FULL =
            new Problem("/userId", "belongs to no account yet, and too many events wait for theirs already");

    private final Memberships memberships;
    private final Parking parking;
    private final Release release;
    private final Publisher publisher;
    private final IngestMetrics metrics;

    Delivery(Memberships memberships, Parking parking, Release release, Publisher publisher, IngestMetrics metrics) {
        this.memberships = memberships;
        this.parking = parking;
        this.release = release;
        this.publisher = publisher;
        this.metrics = metrics;
    }

    /**
     * Completes when every call is durably kept, and does not wait for it. Fails with {@link
     * dev.bellwether.ingest.account.StoreUnavailable} when an account or a parking place is needed and the database is away.
     *
     * @param pass left once nothing is under way any more
     */
    CompletableFuture<Void> deliver(Sorted sorted, InFlight.Pass pass) {
        Map<String, String> accounts = memberships.remembered(sorted.heard());
        return accounts != null && !memberships.addresses().areNew(sorted.heard())
                ? publish(load(sorted, accounts), sorted, pass)
                : Errand.of(Uni.createFrom().item(() -> settle(sorted, accounts)))
                        .onFailure()
                        .invoke(pass::leave)
                        .subscribeAsCompletionStage()
                        .thenCompose(load -> publish(load, sorted, pass));
    }

    /** What the database has a part in. What is parked is committed before this returns. */
    private Load settle(Sorted sorted, @Nullable Map<String, String> remembered) {
        if (remembered == null) {
            memberships.learn(sorted.heard());
        }
        Load load = load(sorted, remembered == null ? memberships.accounts(sorted.heard()) : remembered);
        parking.park(load.waiting);
        memberships.addresses().learn(sorted.heard()); // last: nothing waits for it, and it may fail
        // a user whose account was learned since we looked would else wait for the sweep
        release.soon(load.users());
        return load;
    }

    private CompletableFuture<Void> publish(Load load, Sorted sorted, InFlight.Pass pass) {
        Tally tally = load.tally(sorted);
        return publisher
                .publish(Door.SEGMENT.tag(), Records.writeAll(load.facts), load.refused, pass)
                .thenAccept(done -> count(tally));
    }

    private Load load(Sorted sorted, Map<String, String> accounts) {
        Load load = new Load(new ArrayList<>(sorted.heard().size()), new ArrayList<>(), new ArrayList<>());
        load.refused.addAll(sorted.refused());
        String source = sorted.source().uri();
        for (Sorted.Heard heard : sorted.heard()) {
            switch (heard.call()) {
                case Call.Told told -> put(load, told, heard, source, accounts);
                case Call.Joined joined -> load.facts.add(joined.statement().about(joined.account(), source));
                case Call.Ignored ignored -> {} // nobody wants to know
                case Call.Renamed renamed -> {} // taught the map, says nothing of an account
            }
        }
        return load;
    }

    private void put(Load load, Call.Told told, Sorted.Heard heard, String source, Map<String, String> accounts) {
        String account = told.account() == null ? Memberships.first(told.users(), accounts) : told.account();
        if (account != null) {
            load.facts.add(told.statement().about(account, source));
            return;
        }
        byte[] original = heard.original();
        if (parking.isFull()) {
            load.refused.add(new Refused(original, Reason.PARKING_FULL, List.of(PARKING_FULL)));
        } else {
            load.waiting.add(
                    new Waiting(Door.SEGMENT, told.users(), told.statement().about("", source), original));
        }
    }

    private void count(Tally tally) {
        String source = tally.source;
        metrics.count(Door.SEGMENT, source, Outcome.PUBLISHED, tally.published);
        metrics.count(Door.SEGMENT, source, Outcome.PARKED, tally.parked);
        metrics.count(Door.SEGMENT, source, Outcome.NO_FACT, tally.noFact);
        metrics.refused(Door.SEGMENT, source, tally.refused);
    }

    /** What goes where. */
    private record Load(List<Envelope> facts, List<Waiting> waiting, List<Refused> refused) {

        /** The users for whose account is waited. */
        Set<String> users() {
            return waiting.stream().flatMap(one -> one.users().stream()).collect(Collectors.toSet());
        }

        Tally tally(Sorted sorted) {
            int all = sorted.heard().size() + sorted.refused().size();
            int noFact = all - facts.size() - waiting.size() - refused.size();
            return new Tally(sorted.source().name(), facts.size(), waiting.size(), noFact, refused);
        }
    }

    /** What is left to be said of a load once it is settled; until then the facts themselves need not be kept. */
    private record Tally(String source, int published, int parked, int noFact, List<Refused> refused) {}
}
