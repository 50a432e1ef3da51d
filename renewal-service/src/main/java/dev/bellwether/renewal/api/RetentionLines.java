package dev.bellwether.renewal.api;

import dev.bellwether.renewal.ledger.Answer;
import dev.bellwether.renewal.retention.Balance;
import dev.bellwether.renewal.retention.Line;
import java.math.BigInteger;
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
            BigInteger changeArr,
            boolean due) {

        static LineView of(Answer answer, Line line) {
            return new LineView(
                    line.customer().accountId(),
                    line.contractId(),
                    line.customer().currency(),
                    answer.group(line),
                    BalanceView.of(line.opening()),
                    BalanceView.of(line.closing()),
                    line.closing().arr().subtract(line.opening().arr()),
                    line.due());
        }
    }

    /**
     * What a contract amounts to on a day.
     *
     * @param arr minor units
     */
    record BalanceView(boolean active, BigInteger arr) {

        static BalanceView of(Balance balance) {
            return new BalanceView(balance.active(), balance.arr());
        }
    }

    static RetentionLines of(Answer answer, int limit, @Nullable String cursor) {
        Page<Line> page = Page.of(
                answer.lines().stream(),
                line -> List.of(
                        line.customer().accountId(),
                        line.contractId(),
                        line.customer().currency()),
                limit,
                cursor);
        return new RetentionLines(
                page.items().stream().map(line -> LineView.of(answer, line)).toList(), page.nextCursor());
    }
}
