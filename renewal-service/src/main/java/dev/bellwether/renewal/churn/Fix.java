package dev.bellwether.renewal.churn;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A cause of losses, and since when it is no more.
 *
 * @param fixedOn null while it is not fixed
 */
public record Fix(
        String cause, @Nullable LocalDate fixedOn, @Nullable String note) {}
