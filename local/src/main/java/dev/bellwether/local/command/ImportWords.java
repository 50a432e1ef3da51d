package dev.bellwether.local.command;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * What {@code import} was asked to do.
 *
 * @param parameters names and values that the door of ingest is told, in turn
 * @param url of another ingest than that of the local run, or null
 */
record ImportWords(
        String kind,
        Path file,
        List<String> parameters,
        @Nullable String url) {

    static final String USAGE = """
            usage: ./bellwether import KIND FILE [--map NAME:COLUMN,...] [--set COLUMN:VALUE,...] [--zone ZONE]
                                       [--as-of TIME] [--delimiter comma|semicolon|tab|pipe] [--decimal comma|point]
                                       [--dates PATTERN] [--url URL]
              KIND is one of accounts, users, contracts, invoices, tickets, usage, surveys.
              FILE is CSV in UTF-8 whose first line names the columns; FILE.gz is unpacked on the way.
              --map   what a column of the file is here, like Customer:accountId; Notes:- leaves it out
              --set   the value of a column that the file does not have, like kind:NPS or currency:EUR
              --zone  of times without an offset, like Europe/Berlin; UTC by default
              --decimal comma for numbers like 1.234,50, or point for 1,234.50; without it they are like 1234.50
              --dates how days are written, like dd.MM.yyyy or M/d/yyyy; without it they are like 2026-03-31
              --as-of when rows happened that do not tell, like 2026-01-31; now by default
              --url   another ingest than that of the local run; its write key in BELLWETHER_WRITE_KEY
            Run again, an import goes on where it stopped; one that is done changes nothing.""";

    private static final List<String> KINDS =
            List.of("accounts", "users", "contracts", "invoices", "tickets", "usage", "surveys");

    ImportWords {
        parameters = List.copyOf(parameters);
    }

    static ImportWords of(List<String> words) throws CommandFailed {
        Deque<String> rest = new ArrayDeque<>(words);
        List<String> plain = new ArrayList<>();
        List<String> parameters = new ArrayList<>();
        String url = null;
        while (!rest.isEmpty()) {
            String word = rest.removeFirst();
            switch (word) {
                case "--map", "--set", "--zone", "--delimiter", "--decimal", "--dates" -> {
                    parameters.add(word.substring(2));
                    parameters.add(value(word, rest));
                }
                case "--as-of" -> {
                    parameters.add("asOf");
                    parameters.add(value(word, rest));
                }
                case "--url" -> url = value(word, rest);
                default -> plain.add(word);
            }
        }
        if (plain.size() != 2 || plain.stream().anyMatch(word -> word.startsWith("-"))) {
            throw CommandFailed.usage(USAGE);
        }
        if (!KINDS.contains(plain.getFirst())) {
            throw CommandFailed.usage("there is no " + plain.getFirst() + " to import\n\n" + USAGE);
        }
        return new ImportWords(plain.getFirst(), Path.of(plain.getLast()), parameters, url);
    }

    /** The parameters as a query with its question mark; empty without any. */
    String query() {
        StringJoiner query = new StringJoiner("&", "?", "").setEmptyValue("");
        for (int i = 0; i < parameters.size(); i += 2) {
            query.add(parameters.get(i) + "=" + URLEncoder.encode(parameters.get(i + 1), StandardCharsets.UTF_8));
        }
        return query.toString();
    }

    boolean isPacked() {
        return file.toString().endsWith(".gz");
    }

    /** Where the refused rows are written. */
    Path refusedFile() {
        return file.resolveSibling(file.getFileName() + ".refused.csv");
    }

    private static String value(String option, Deque<String> rest) throws CommandFailed {
        if (rest.isEmpty()) {
            throw CommandFailed.usage(option + " wants a value\n\n" + USAGE);
        }
        return rest.removeFirst();
    }
}
