package dev.bellwether.local.replay;

import dev.bellwether.local.door.Letter;
import dev.bellwether.local.door.Letters;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Contracts, trials, and what was bought when. The price of a contract is that of its subscription's items; a change of
 * an item changes the lines and the seats from its first day on. That items end is not told: it would tell of churn.
 */
final class Contracts {

    private static final String TYPE = "bellwether.contract";

    private final Letters write;
    private final List<Letter> letters = new ArrayList<>();
    private final Map<String, Subscription> subscriptions = new HashMap<>();

    /** What ties the items of a subscription to its contract. */
    private record Subscription(String account, String contract, String currency, List<Item> items) {}

    Contracts(Letters write) {
        this.write = write;
    }

    void read(Tables tables) throws IOException, UnreadableData {
        tables.forEach("subscriptions", this::subscription);
        tables.forEach("contracts", this::contract);
        tables.forEach("subscription_items", this::item);
        for (Subscription subscription : subscriptions.values()) {
            changes(subscription);
        }
    }

    List<Letter> letters() {
        return letters;
    }

    private void contract(Row row) throws UnreadableData {
        Map<String, Object> contract = new LinkedHashMap<>();
        contract.put("contractId", row.text("contract_id"));
        contract.put("kind", "subscription");
        contract.put("startsOn", row.day("start_date").toString());
        contract.put("endsOn", row.day("end_date").toString());
        contract.put("autoRenew", row.flag("auto_renew_flag"));
        contract.put("currency", row.text("currency_code"));
        contract.put("status", "active");
        letters.add(
                write.fact(TYPE, row.text("contract_id"), row.at("signed_date", 0), row.text("account_id"), contract));
    }

    private void subscription(Row row) throws UnreadableData {
        String id = row.text("subscription_id");
        String account = row.text("account_id");
        if (row.has("contract_id")) {
            subscriptions.put(
                    id,
                    new Subscription(account, row.text("contract_id"), row.text("currency_code"), new ArrayList<>()));
        }
        if (row.has("trial_start_date") && row.has("trial_end_date")) {
            trial(row, id + "-trial", account);
        }
    }

    private void trial(Row row, String id, String account) throws UnreadableData {
        Map<String, Object> trial = new LinkedHashMap<>();
        trial.put("contractId", id);
        trial.put("kind", "trial");
        trial.put("startsOn", row.day("trial_start_date").toString());
        trial.put("endsOn", row.day("trial_end_date").toString());
        trial.put("autoRenew", false);
        trial.put("currency", row.text("currency_code"));
        trial.put("status", "active");
        letters.add(write.fact(TYPE, id, row.at("trial_start_date", 0), account, trial));
        if (row.has("subscription_start_date")) {
            letters.add(write.fact(
                    TYPE,
                    id + "-ended",
                    row.at("subscription_start_date", 0),
                    account,
                    Map.of("contractId", id, "status", "ended")));
        }
    }

    private void item(Row row) throws UnreadableData {
        if (subscriptions.isEmpty()) {
            return;
        }
        Subscription subscription = subscriptions.get(row.text("subscription_id"));
        if (subscription == null) {
            throw row.unreadable("subscription_id", "is in no contract: " + row.text("subscription_id"));
        }
        subscription.items().add(Item.of(row, subscription.currency()));
    }

    /** On each day on which an item begins, all items that run on that day are the lines. */
    private void changes(Subscription subscription) {
        for (Item item : subscription.items()) {
            LocalDate day = item.startsOn();
            letters.add(write.fact(
                    TYPE,
                    item.id() + "-lines",
                    item.begins(),
                    subscription.account(),
                    Map.of("contractId", subscription.contract(), "lines", lines(subscription, day))));
            if (item.seats() > 0) {
                letters.add(write.fact(
                        "bellwether.account",
                        item.id() + "-seats",
                        item.begins(),
                        subscription.account(),
                        Map.of("seats", item.seats())));
            }
        }
    }

    private static List<Map<String, Object>> lines(Subscription subscription, LocalDate day) {
        List<Map<String, Object>> lines = new ArrayList<>();
        for (Item item : subscription.items()) {
            if (item.runsOn(day)) {
                lines.add(Map.of("product", item.product(), "annualAmount", item.annualAmount()));
            }
        }
        return lines;
    }
}
