package dev.bellwether.local.replay;

import dev.bellwether.local.door.Letter;
import dev.bellwether.local.door.Letters;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Accounts and their users. */
final class Customers {

    private final Letters write;
    private final List<Letter> letters = new ArrayList<>();
    private final Map<String, String> firstUsers = new HashMap<>();

    Customers(Letters write) {
        this.write = write;
    }

    void read(Tables tables) throws IOException, UnreadableData {
        tables.forEach("accounts", this::account);
        tables.forEach("users", this::user);
    }

    List<Letter> letters() {
        return letters;
    }

    /** The first user of each account: who answers for it where the data names nobody. */
    Map<String, String> firstUsers() {
        return firstUsers;
    }

    private void account(Row row) throws UnreadableData {
        Map<String, Object> account = new LinkedHashMap<>();
        account.put("name", row.text("account_name"));
        account.put("segment", row.text("segment"));
        account.put("currency", row.text("legal_currency"));
        String id = row.text("account_id");
        letters.add(write.fact("bellwether.account", id, row.instant("created_at"), id, account));
    }

    private void user(Row row) throws UnreadableData {
        String id = row.text("user_id");
        String account = row.text("account_id");
        firstUsers.putIfAbsent(account, id);
        letters.add(write.fact(
                "bellwether.user",
                id,
                row.instant("created_at"),
                account,
                Map.of("userId", id, "role", row.text("role_name"), "deactivated", false)));
        if (row.has("deactivated_at")) {
            letters.add(write.fact(
                    "bellwether.user",
                    id + "-deactivated",
                    row.instant("deactivated_at"),
                    account,
                    Map.of("userId", id, "deactivated", true)));
        }
    }
}
