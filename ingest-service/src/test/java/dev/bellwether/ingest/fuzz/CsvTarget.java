package dev.bellwether.ingest.fuzz;

import static dev.bellwether.ingest.testing.TestSources.WEB_KEY;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Files of usage. */
final class CsvTarget implements Target {

    private static final List<String> PATHS = List.of(
            "/v1/import/usage",
            "/v1/import/usage",
            "/v1/import/usage?map=feature:-,userId:feature",
            "/v1/import/usage?set=quantity:7,kind:NPS&zone=Nowhere/Else",
            "/v1/import/usage?delimiter=pipe&asOf=never",
            "/v1/import/surveys",
            "/v1/import/nothing");

    private static final String HEADER = "\"id\",\"accountId\",\"userId\",\"feature\",\"occurredAt\",\"quantity\"\n";

    private static final List<String> WRONG = List.of(
            "",
            ",,,,,",
            "\"bad\"",
            "\"bad\",\"a\",\"u\",\"f\",\"never\",\"1\"",
            "\"bad\",\"a\",\"u\",\"f\",\"9999-99-99\",\"1e999999999\"",
            "\"bad\",\"a\0\",\"u\",\"f\",\"2025-01-01\",\"-0\"",
            "\"bad\"x,\"a\",\"u\",\"f\",\"2025-01-01\",\"1\",\"too\",\"many\"");

    @Override
    public Map<String, String> address(byte[] body, SplittableRandom dice) {
        return at(PATHS.get(dice.nextInt(PATHS.size())));
    }

    @Override
    public Map<String, String> batchAddress(byte[] body) {
        return at(PATHS.getFirst());
    }

    private static Map<String, String> at(String path) {
        return Map.of("", path, "Authorization", "Bearer " + WEB_KEY, "Content-Type", "text/csv");
    }

    @Override
    public String good(String id) {
        return HEADER + row(id);
    }

    @Override
    public String goodAmongBad(String id, SplittableRandom dice) {
        return HEADER + WRONG.get(dice.nextInt(WRONG.size())) + "\n" + row(id) + WRONG.get(dice.nextInt(WRONG.size()))
                + "\n\"never closed";
    }

    @Override
    public boolean hangsUp() {
        return true;
    }

    private static String row(String id) {
        return "\"" + id + "\",\"fuzzed\",\"u-1\",\"Größe\",\"2025-01-01T00:00:00Z\",\"2.5\"\n";
    }
}
