package dev.bellwether.renewal.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetentionTest {

    @Test
    void the_minimum_is_taken_of_each_account_before_adding() {
        Retention retention =
                of(line("grew", 100, 150), line("shrank", 100, 60), new Line(eur("left"), "c", on(100), off(), false));

        assertThat(retention.cohort().grr()).isEqualTo("53.33");
        assertThat(retention.cohort().nrr()).isEqualTo("70.00");
        assertThat(retention.cohort().logo()).isEqualTo("66.67");
        assertThat(retention.movements().get(Movement.EXPANSION)).isEqualTo(sum(1, 50));
        assertThat(retention.movements().get(Movement.CONTRACTION)).isEqualTo(sum(1, -40));
        assertThat(retention.movements().get(Movement.CHURN)).isEqualTo(sum(1, -100));
    }

    @Test
    void what_one_contract_of_an_account_loses_another_may_make_up_for() {
        Retention retention =
                of(new Line(eur("a"), "old", on(100), off(), true), new Line(eur("a"), "new", off(), on(100), false));

        assertThat(retention.cohort().grr()).isEqualTo("100.00");
        assertThat(retention.movements().values()).containsOnly(Sum.NONE);
        assertThat(retention.due().grr()).isEqualTo("0.00");
        assertThat(retention.due().logo()).isEqualTo("0.00");
    }

    @Test
    void who_comes_is_new_unless_a_customer_before() {
        Retention retention = Retention.of(
                List.of(
                        new Line(eur("first"), "c", off(), on(10), false),
                        new Line(eur("back"), "c", off(), on(20), false)),
                customer -> customer.accountId().equals("back"));

        assertThat(retention.movements().get(Movement.NEW)).isEqualTo(sum(1, 10));
        assertThat(retention.movements().get(Movement.REACTIVATION)).isEqualTo(sum(1, 20));
        assertThat(retention.cohort().grr()).isNull();
        assertThat(retention.cohort().logo()).isNull();
    }

    @Test
    void a_customer_who_pays_nothing_is_one() {
        Retention retention = of(line("free", 0, 30), line("paying", 0, 0));

        assertThat(retention.opening()).isEqualTo(sum(2, 0));
        assertThat(retention.cohort().logo()).isEqualTo("100.00");
        assertThat(retention.cohort().nrr()).isNull();
        assertThat(retention.movements().get(Movement.EXPANSION)).isEqualTo(sum(1, 30));
    }

    @Test
    void a_twelfth_is_rounded_once_after_adding() {
        assertThat(sum(3, 17).mrr()).isEqualTo(1);
        assertThat(sum(3, 18).mrr()).isEqualTo(2);
        assertThat(sum(1, -18).mrr()).isEqualTo(-2);
        assertThat(of(line("a", 5, 5), line("b", 5, 5), line("c", 5, 5))
                        .opening()
                        .mrr())
                .isEqualTo(1);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void opening_and_movements_make_the_closing_in_any_order(long seed) {
        Random random = new Random(seed);
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            Balance opening = random.nextBoolean() ? on(random.nextInt(1000)) : off();
            Balance closing = random.nextBoolean() ? on(random.nextInt(1000)) : off();
            lines.add(new Line(eur("a" + random.nextInt(60)), "c" + i, opening, closing, random.nextBoolean()));
        }
        Retention retention =
                Retention.of(lines, customer -> customer.accountId().endsWith("7"));
        BigInteger moved =
                retention.movements().values().stream().map(Sum::arr).reduce(BigInteger.ZERO, BigInteger::add);

        assertThat(retention.opening().arr().add(moved))
                .isEqualTo(retention.closing().arr());
        Collections.shuffle(lines, random);
        assertThat(Retention.of(lines, customer -> customer.accountId().endsWith("7")))
                .isEqualTo(retention);
    }

    private static Retention of(Line... lines) {
        return Retention.of(List.of(lines), customer -> false);
    }

    @Test
    void sums_beyond_64_bits_are_exact() {
        long most = Long.MAX_VALUE;
        List<Line> lines = List.of(
                new Line(eur("a"), "c-1", on(most), on(most), true), new Line(eur("a"), "c-2", on(most), off(), true));

        Retention retention = Retention.of(lines, customer -> true);

        assertThat(retention.opening())
                .isEqualTo(new Sum(1, BigInteger.valueOf(most).shiftLeft(1)));
        assertThat(retention.closing()).isEqualTo(sum(1, most));
        assertThat(retention.movements().get(Movement.CONTRACTION))
                .isEqualTo(new Sum(1, BigInteger.valueOf(most).negate()));
        assertThat(retention.due().grr()).isEqualByComparingTo("50.00");
    }

    private static Line line(String account, long opening, long closing) {
        return new Line(eur(account), "c", on(opening), on(closing), false);
    }

    private static Customer eur(String account) {
        return new Customer(account, "EUR");
    }

    private static Balance on(long arr) {
        return Balance.of(arr);
    }

    private static Balance off() {
        return Balance.NONE;
    }

    private static Sum sum(long accounts, long arr) {
        return new Sum(accounts, BigInteger.valueOf(arr));
    }
}
