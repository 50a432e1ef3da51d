package dev.bellwether.health.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.bellwether.health.score.Past;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One point a day, both ends included; from the day of the account's first fact. */
@JsonInclude(JsonInclude.Include.ALWAYS)
record HistoryAnswer(String id, LocalDate from, LocalDate to, List<Point> points) {

    /** An account at the end of a day. */
    record Point(
            LocalDate day,
            @Nullable BigDecimal score,
            String band,
            @JsonUnwrapped HistoryPoint rest) {

        static Point of(Past.Day day) {
            return new Point(
                    day.figures().day(),
                    day.health().score(),
                    day.band().json(),
                    HistoryPoint.of(day.health(), day.figures()));
        }
    }
}
