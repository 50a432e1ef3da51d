package dev.bellwether.renewal.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.bellwether.renewal.ledger.Answer;
import dev.bellwether.renewal.retention.Balance;
import dev.bellwether.renewal.retention.Line;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of the contract lines that a period's figures are the sums of.
 *
 * @param nextCursor null on the last page
 */
record RetentionLines(List<LineView> items, @Nullable String nextCursor) {

    /**
     * A contract in the period.
     *
     * @param opening at the end of the day before the period
     * @param closing at the end of its last day
     * @param changeArr closing − opening
     * @param due whether a decision date fell in the period
     */
    record LineView(
            String accountId,
            String contractId,
            String currency,
            String group,
            BalanceView opening,
            BalanceView closing,
            long changeArr,
            boolean due) {

        static LineView of(Answer answer, Line line) {
            return new LineView(
                    line.customer().accountId(),
                    line.contractId(),
                    line.customer().currency(),
                    answer.group(line),
                    BalanceView.of(line.opening()),
                    BalanceView.of(line.closing()),
                    line.closing().arr() - line.opening().arr(),
                    line.due());
        }
    }

    /**
     * What a contract amounts to on a day.
     *
     * @param arr minor units
     */
    record BalanceView(boolean active, long arr) {

        static BalanceView of(Balance balance) {
            return new BalanceView(balance.active(), balance.arr());
        }
    }

    private static final Comparator<Line> ORDER = Comparator.comparing(RetentionLines::place);

    static RetentionLines of(Answer answer, int limit, @Nullable String cursor) {
        String after = cursor == null ? "" : read(cursor);
        List<Line> rest = answer.lines().stream()
                .filter(line -> place(line).compareTo(after) > 0)
                .sorted(ORDER)
                .limit(limit + 1L)
                .toList();
        List<Line> shown = rest.size() > limit ? rest.subList(0, limit) : rest;
        return new RetentionLines(
                shown.stream().map(line -> LineView.of(answer, line)).toList(),
                rest.size() > limit ? write(place(shown.getLast())) : null);
    }

    /** No id holds a NUL. */
    private static String place(Line line) {
        return line.customer().accountId()
                + '\0'
                + line.contractId()
                + '\0'
                + line.customer().currency();
    }

    private static String write(String place) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(place.getBytes(UTF_8));
    }

    private static String read(String cursor) {
        try {
            return new String(Base64.getUrlDecoder().decode(cursor), UTF_8);
        } catch (IllegalArgumentException e) {
            throw Refusal.parameter("cursor", "must be the nextCursor of an earlier answer");
        }
    }
}
