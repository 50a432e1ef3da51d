package dev.bellwether.renewal.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bellwether.contracts.Attributes;
import dev.bellwether.contracts.Codec;
import dev.bellwether.contracts.ContractChanged;
import dev.bellwether.contracts.Envelope;
import dev.bellwether.contracts.Event;
import dev.bellwether.contracts.EventType;
import dev.bellwether.contracts.Problem;
import dev.bellwether.contracts.Reading;
import dev.bellwether.renewal.account.Account;
import dev.bellwether.renewal.account.Accounts;
import dev.bellwether.renewal.account.Contracts;
import dev.bellwether.renewal.watch.Writing;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Turns what somebody says of a contract by HTTP into a fact like any other, checked by the codec of the events. */
@ApplicationScoped
class ContractWriting {

    private static final String SOURCE = "/bellwether/renewal-service";
    private static final Set<String> FIELDS = Set.of(
            "accountId",
            "contractId",
            "kind",
            "startsOn",
            "endsOn",
            "noticeDays",
            "autoRenew",
            "lines",
            "renewalLines",
            "currency",
            "status",
            "cancelledOn");

    /**
     * @param fresh whether the contract was not known before
     */
    record Written(Account account, boolean fresh) {}

    private final Contracts contracts;
    private final Accounts accounts;
    private final Writing writing;
    private final Mutiny.SessionFactory sessions;
    private final InstantSource clock;

    ContractWriting(
            Contracts contracts,
            Accounts accounts,
            Writing writing,
            Mutiny.SessionFactory sessions,
            InstantSource clock) {
        this.contracts = contracts;
        this.accounts = accounts;
        this.writing = writing;
        this.sessions = sessions;
        this.clock = clock;
    }

    /**
     * Answers when the fact is durable and on its way to every service.
     *
     * @param account stands in for the field accountId
     * @param confinedTo the owner to whose accounts the caller is confined
     */
    Uni<Written> write(String id, @Nullable String account, Body body, String author, Optional<String> confinedTo) {
        body.only(FIELDS);
        String said = body.text("accountId");
        String contractId = body.text("contractId");
        if (contractId != null && !contractId.equals(id)) {
            body.wrong("contractId", "must be the id in the path, " + id);
        }
        body.check();
        return accountId(id, said == null ? account : said, confinedTo)
                .chain(accountId -> write(at -> version(id, accountId, body.fields(), author, at), confinedTo));
    }

    /** An account that is not open to the caller is no more known to them than one that does not exist. */
    private Uni<String> accountId(String id, @Nullable String named, Optional<String> confinedTo) {
        if (named != null) {
            return Uni.createFrom().item(named);
        }
        return contracts.accountsWith(id).map(found -> {
            List<Account> open =
                    found.stream().filter(one -> Found.isOpen(one, confinedTo)).toList();
            if (open.size() != 1) {
                throw Refusal.fields(List.of(new Problem("/accountId", "is required: whose contract is it?")));
            }
            return open.getFirst().id();
        });
    }

    private static ContractChanged version(String id, String accountId, ObjectNode said, String author, Instant at) {
        if (accountId.isBlank() || !Attributes.isKeepable(accountId)) {
            throw Refusal.fields(
                    List.of(new Problem("/accountId", "must be an id of at most " + Attributes.LIMIT + " characters")));
        }
        ObjectNode data = said.deepCopy();
        data.remove("accountId");
        data.put("contractId", id).put("author", author);
        var envelope = new Envelope(
                UUID.randomUUID().toString(),
                SOURCE,
                EventType.CONTRACT.typeName(),
                accountId,
                at,
                data.toString().getBytes(UTF_8));
        return switch (Codec.read(envelope)) {
            case Reading.Understood<Event>(ContractChanged version) -> version;
            case Reading.Understood<Event> other -> throw new IllegalStateException("read as " + other);
            case Reading.Refused<Event>(List<Problem> problems) -> throw Refusal.fields(problems);
        };
    }

    private Uni<Written> write(Function<Instant, ContractChanged> saidAt, Optional<String> confinedTo) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        ContractChanged version = saidAt.apply(now);
        List<String> ids = List.of(version.accountId());
        return known(ids)
                .invoke(known -> check(version, known, confinedTo))
                .chain(() -> sessions.withTransaction(session -> accounts.lock(session, ids)
                        .chain(known -> {
                            ContractChanged newest = saidAt.apply(WordOrder.after(versions(version, known), now));
                            check(newest, known, confinedTo);
                            return writing.write(session, newest, now).replaceWith(isFresh(version, known));
                        })))
                .chain(fresh -> known(ids).map(after -> new Written(after.getFirst(), fresh)));
    }

    private static List<ContractChanged> versions(ContractChanged version, List<Account> known) {
        return known.stream()
                .flatMap(account -> account.versions().getOrDefault(version.contractId(), List.of()).stream())
                .toList();
    }

    /** In a session of its own: the one that writes must read the account under its lock. */
    private Uni<List<Account>> known(List<String> ids) {
        return sessions.withSession(session -> accounts.load(session, ids));
    }

    private static boolean isFresh(ContractChanged version, List<Account> known) {
        return known.stream().noneMatch(account -> account.versions().containsKey(version.contractId()));
    }

    private void check(ContractChanged version, List<Account> known, Optional<String> confinedTo) {
        boolean open = known.isEmpty() ? confinedTo.isEmpty() : Found.isOpen(known.getFirst(), confinedTo);
        if (!open) {
            throw Refusal.notFound("account " + version.accountId());
        }
        List<Problem> problems = Plausible.problems(version, known, contracts.zone());
        if (!problems.isEmpty()) {
            throw Refusal.fields(problems);
        }
        List<Problem> moves = known.stream()
                .map(account -> account.profile().zone(contracts.zone()))
                .flatMap(zone -> Moves.illegal(version, versions(version, known), zone).stream())
                .toList();
        if (!moves.isEmpty()) {
            throw Refusal.conflict(moves);
        }
    }
}
