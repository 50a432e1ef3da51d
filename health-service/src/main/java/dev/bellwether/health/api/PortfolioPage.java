package dev.bellwether.health.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One page of the portfolio; {@code nextCursor} is null on the last. */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record PortfolioPage(List<Line> items, @Nullable String nextCursor) {

    /** One account; {@code arr} is in minor units of {@code arrCurrency}, {@code renewalOn} its nearest decision date. */
    public record Line(
            String id,
            String name,
            @Nullable String owner,
            @Nullable String segment,
            @Nullable String stage,
            @Nullable BigDecimal score,
            String band,
            BigDecimal coverage,
            int wau,
            @Nullable Double trend,
            @Nullable Integer daysInactive,
            @Nullable Long arr,
            @Nullable String arrCurrency,
            @Nullable LocalDate renewalOn,
            LocalDate asOf,
            List<FlagView> flags) {}

    static PortfolioPage of(Portfolio.Found found, Views views) {
        List<Line> items = found.lines().stream()
                .map(line -> line(line, FlagView.of(found.flags().getOrDefault(line.id, List.of()), views)))
                .toList();
        Cursor next = found.next();
        return new PortfolioPage(items, next == null ? null : next.text());
    }

    private static Line line(AccountLine line, List<FlagView> flags) {
        return new Line(
                line.id,
                line.name,
                line.owner,
                line.segment,
                line.stage,
                line.score,
                line.band,
                line.coverage,
                line.wau,
                line.trend,
                line.daysInactive,
                line.arr,
                line.arrCurrency,
                line.renewalOn,
                line.asOf,
                flags);
    }
}
