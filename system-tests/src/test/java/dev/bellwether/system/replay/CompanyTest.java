package dev.bellwether.system.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompanyTest {

    private static final LocalDate SOON_AFTER = LocalDate.parse("2026-11-21");
    private static final LocalDate YEARS_LATER = LocalDate.parse("2031-02-03");

    @TempDir
    private Path copy = Path.of("");

    @Test
    void a_company_whose_last_months_are_kept_is_not_moved() throws IOException {
        assertThat(Company.original().within(SOON_AFTER, copy)).isEqualTo(Company.original());
    }

    @Test
    void years_later_it_is_moved_by_whole_weeks_and_says_the_same() throws IOException {
        Company original = Company.original();
        Company moved = original.within(YEARS_LATER, copy);
        long days = moved.end().toEpochDay() - original.end().toEpochDay();

        assertThat(days % 7).isZero();
        assertThat(moved.tellingDays(YEARS_LATER)).doesNotHaveDuplicates();
        assertThat(counts(moved, days)).isEqualTo(counts(original, 0));
    }

    @Test
    void a_twin_has_other_ids_and_the_same_figures() throws IOException {
        Company twin = Company.original().twin("t", copy);

        assertThat(twin.accounts())
                .doesNotContainAnyElementsOf(Company.original().accounts());
        assertThat(counts(twin, 0)).isEqualTo(counts(Company.original(), 0));
    }

    @Test
    void the_telling_days_tell_of_late_payers_and_of_many_tickets() {
        Company company = Company.original();
        List<LocalDate> days = company.tellingDays(SOON_AFTER);
        PlainCount count = PlainCount.of(company.folder(), SOON_AFTER.minusDays(Company.RETENTION_DAYS));

        assertThat(days).hasSize(3).doesNotHaveDuplicates();
        assertThat(company.accounts())
                .anySatisfy(account ->
                        assertThat(count.of(account, days.get(0)).daysPastDue()).isGreaterThan(30));
        assertThat(company.accounts())
                .filteredOn(account -> count.of(account, days.get(1)).opened7() > 0)
                .hasSizeGreaterThan(3);
    }

    private static List<Count> counts(Company company, long moved) {
        PlainCount count = PlainCount.of(company.folder(), LocalDate.EPOCH);
        LocalDate day = LocalDate.parse("2026-05-20").plusDays(moved);
        return company.accounts().stream()
                .map(account -> count.of(account, day))
                .toList();
    }
}
