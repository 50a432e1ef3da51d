package dev.bellwether.health.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.bellwether.health.feed.FeedWatch;
import dev.bellwether.health.feed.Judgement;
import dev.bellwether.health.score.feed.Feed;
import dev.bellwether.health.store.FeedArrivals;
import dev.bellwether.health.store.OutageLog;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The sources. */
@Path("/v1/feeds")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.MANAGER, Roles.OPS, Roles.ADMIN})
@Tag(name = "feeds")
public class FeedsResource {

    private final FeedArrivals arrivals;
    private final OutageLog outages;
    private final Judgement judgement;
    private final FeedWatch watch;

    FeedsResource(FeedArrivals arrivals, OutageLog outages, Judgement judgement, FeedWatch watch) {
        this.arrivals = arrivals;
        this.outages = outages;
        this.judgement = judgement;
        this.watch = watch;
    }

    /** All of them on one page. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record FeedPage(List<FeedView> items, @Nullable String nextCursor) {}

    @GET
    @Operation(
            summary = "Each source: last arrival, rate, usual gap, whether it speaks, and its outages",
            description =
                    "A source is silent when nothing arrived for longer than max(2 h, 6 × its longest gap of the 14"
                            + " days up to its last arrival), and nothing of it waits to be read. While it is, the signals built on it keep the"
                            + " figures of the day before. The last 20 earlier outages are listed.")
    public Uni<FeedPage> list() {
        return Uni.combine()
                .all()
                .unis(arrivals.all(), outages.entries())
                .with((heard, entries) -> new FeedPage(
                        Arrays.stream(Feed.values())
                                .map(feed -> FeedView.of(
                                        feed,
                                        Optional.ofNullable(heard.get(feed)),
                                        entries,
                                        judgement.patience(),
                                        watch.eventsPerHour().get(feed)))
                                .toList(),
                        null));
    }
}
