package dev.bellwether.system.replay;

import dev.bellwether.system.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The shortened company's files, as far as they may be changed without changing what they say. */
record Company(Path folder) {

    /** Older usage, invoices and tickets are left out by the services. */
    static final int RETENTION_DAYS = 400;

    // enough history before the first day that is compared
    private static final int HISTORY_DAYS = 120;
    private static final Pattern DATE = Pattern.compile("\\b20\\d\\d-\\d\\d-\\d\\d");
    private static final Pattern ID = Pattern.compile(
            "\\b(account|user|event|invoice|ticket|contract|nps|payattempt|subscription|subitem|session)_(\\d{8})\\b");

    /** The files as they are in the project. */
    static Company original() {
        return new Company(Checkout.path("system-tests/src/test/resources/b2b-saas-250"));
    }

    List<String> accounts() {
        return Table.read(folder.resolve("accounts.csv")).rows().stream()
                .map(row -> row.text("account_id"))
                .toList();
    }

    /** Those that were customers by the end of the day. */
    List<String> accountsBy(LocalDate day) {
        return Table.read(folder.resolve("accounts.csv")).rows().stream()
                .filter(row -> !row.day("created_at").orElseThrow().isAfter(day))
                .map(row -> row.text("account_id"))
                .toList();
    }

    /** The day of the last use of the product. */
    LocalDate end() {
        return Table.read(folder.resolve("product_events.csv")).rows().stream()
                .flatMap(row -> row.day("event_at").stream())
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    /**
     * The same company, moved by whole weeks as far as it must be for its last months to be within the retention; not
     * moved at all while they are.
     */
    Company within(LocalDate today, Path copy) throws IOException {
        long age = ChronoUnit.DAYS.between(end(), today);
        long weeks = Math.max(0, Math.ceilDiv(age - (RETENTION_DAYS - HISTORY_DAYS), 7));
        return weeks == 0
                ? this
                : rewritten(
                        copy,
                        line -> DATE.matcher(line)
                                .replaceAll(date -> LocalDate.parse(date.group())
                                        .plusWeeks(weeks)
                                        .toString()));
    }

    /** Another company that did the same: every id gets the ending. */
    Company twin(String ending, Path copy) throws IOException {
        return rewritten(copy, line -> ID.matcher(line).replaceAll("$1_$2" + ending));
    }

    /** Three days that show something: most money overdue, most tickets opened, and the last one. */
    List<LocalDate> tellingDays(LocalDate today) {
        LocalDate kept = today.minusDays(RETENTION_DAYS);
        PlainCount count = PlainCount.of(folder, kept);
        List<String> accounts = accounts();
        LocalDate end = end();
        List<LocalDate> candidates = kept.plusDays(60)
                .datesUntil(end)
                .filter(day -> day.getDayOfWeek() == DayOfWeek.WEDNESDAY)
                .toList();
        return List.of(
                best(candidates, day -> late(count, accounts, day)),
                best(candidates, day -> asking(count, accounts, day)),
                end);
    }

    private static int late(PlainCount count, List<String> accounts, LocalDate day) {
        return (int) accounts.stream()
                .map(account -> count.daysPastDue(account, day))
                .filter(days -> days != null && days > 0)
                .count();
    }

    private static int asking(PlainCount count, List<String> accounts, LocalDate day) {
        return accounts.stream()
                .mapToInt(account -> count.opened7(account, day))
                .sum();
    }

    private static LocalDate best(List<LocalDate> days, ToIntFunction<LocalDate> worth) {
        return days.stream().max(Comparator.comparingInt(worth)).orElseThrow();
    }

    private Company rewritten(Path copy, UnaryOperator<String> change) throws IOException {
        Files.createDirectories(copy);
        List<Path> files = new ArrayList<>();
        try (Stream<Path> list = Files.list(folder)) {
            list.filter(file -> file.toString().endsWith(".csv")).forEach(files::add);
        }
        for (Path file : files) {
            Files.write(
                    copy.resolve(file.getFileName()),
                    Files.readAllLines(file).stream().map(change).toList());
        }
        return new Company(copy);
    }
}
