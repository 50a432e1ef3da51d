package dev.bellwether.system.architecture;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Who may use what: the table of the architecture, as rules. */
final class Laws {

    private static final String OURS = "dev.bellwether.";
    private static final String WRONG = "dev.bellwether.system.wrong.";

    private static final List<String> SERVICES =
            List.of(OURS + "ingest", OURS + "health", OURS + "alert", OURS + "renewal");
    private static final List<String> PURE = List.of(
            OURS + "health.score",
            OURS + "alert.policy",
            OURS + "renewal.term",
            OURS + "renewal.likelihood",
            OURS + "renewal.stake",
            OURS + "renewal.retention");
    private static final List<String> OUTSIDE = List.of(OURS + "console", OURS + "local", OURS + "benchmarks");

    private Laws() {}

    static Stream<Law> all() {
        List<Law> laws = new ArrayList<>();
        laws.addAll(ofPurePackages());
        laws.addAll(ofServices());
        laws.addAll(ofTheOthers());
        return laws.stream();
    }

    private static List<Law> ofPurePackages() {
        return List.of(
                new Law(
                        "a pure package uses values only",
                        PackageRules::usesValuesOnly,
                        PURE,
                        WRONG + "pure",
                        List.of("ReadsJson", "Promises", "IsInjected")),
                new Law(
                        "a pure package knows nothing of the world",
                        PackageRules::knowsNothingOfTheWorld,
                        PURE,
                        WRONG + "pure",
                        List.of("HoldsAClock", "ThrowsDice", "Logs")),
                new Law(
                        "a pure package asks neither clock nor dice",
                        PackageRules::asksNeitherClockNorDice,
                        PURE,
                        WRONG + "pure",
                        List.of("AsksTheClock", "MeasuresTime", "DrawsLots")));
    }

    private static List<Law> ofServices() {
        List<Law> laws = new ArrayList<>();
        for (String service : SERVICES) {
            List<String> others = new ArrayList<>(OUTSIDE);
            SERVICES.stream().filter(other -> !other.equals(service)).forEach(others::add);
            others.add(WRONG + "south");
            laws.add(new Law(
                    service + " knows no other service",
                    one -> PackageRules.knowsNothingOf(one, others),
                    List.of(service),
                    WRONG + "north",
                    List.of("Harbour")));
        }
        return laws;
    }

    private static List<Law> ofTheOthers() {
        List<String> everything = new ArrayList<>(SERVICES);
        everything.addAll(OUTSIDE);
        everything.addAll(List.of(OURS + "contracts", OURS + "messaging"));
        List<String> services = new ArrayList<>(SERVICES);
        services.addAll(OUTSIDE);
        services.add(WRONG + "south");
        return List.of(
                new Law(
                        "contracts use the JDK and JSON tokens only",
                        PackageRules::usesJdkAndJsonTokensOnly,
                        List.of(OURS + "contracts"),
                        WRONG + "contracts",
                        List.of("Tagged")),
                new Law(
                        "messaging knows no service",
                        one -> PackageRules.knowsNothingOf(one, services),
                        List.of(OURS + "messaging"),
                        WRONG + "north",
                        List.of("Harbour")),
                new Law(
                        "local and the console use nothing of ours",
                        PackageRules::usesNothingOfOurs,
                        List.of(OURS + "local", OURS + "console"),
                        WRONG + "north",
                        List.of("Harbour")),
                new Law(
                        "the console uses neither broker nor database",
                        PackageRules::usesNeitherBrokerNorDatabase,
                        List.of(OURS + "console"),
                        WRONG + "page",
                        List.of("ReadsTheTables", "ListensToTheBroker")),
                new Law(
                        "classes are named for the domain",
                        PackageRules::isNamedForTheDomain,
                        everything,
                        "dev.bellwether.system.wrong",
                        List.of("Tides", "TideManager")));
    }
}
