package dev.bellwether.alert.wording;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.bellwether.contracts.AccountSnapshot;
import java.math.RoundingMode;
import java.net.URI;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.List;

/** An account's standing in words, and where its page is. */
final class AccountWords {

    private AccountWords() {}

    static List<Line> standing(AccountSnapshot account) {
        List<Line> lines = new ArrayList<>();
        lines.add(new Line("Health", health(account)));
        lines.add(new Line("Owner", account.owner() == null ? "nobody yet" : account.owner()));
        return lines;
    }

    private static String health(AccountSnapshot account) {
        return account.score() == null
                ? "no score yet"
                : account.score().setScale(0, RoundingMode.HALF_UP).toPlainString() + " of 100, "
                        + account.band().json();
    }

    static URI page(URI console, String accountId) {
        String base = console.toString();
        String slash = base.endsWith("/") ? "" : "/";
        // a form encoder: only its plus must be told apart from a space
        String segment = URLEncoder.encode(accountId, UTF_8).replace("+", "%20");
        return URI.create(base + slash + "accounts/" + segment);
    }
}
