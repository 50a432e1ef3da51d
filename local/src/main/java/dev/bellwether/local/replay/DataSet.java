package dev.bellwether.local.replay;

import dev.bellwether.local.door.Letter;
import dev.bellwether.local.door.Letters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The events that happened to the company of a folder of CSV files, at the times at which they happened.
 *
 * <p>Only what happened is told, never what came of it: no current status of an account, user, invoice, contract or
 * subscription is read, no end of a subscription and no forecast. Event ids come from the ids of the rows, so that the
 * same folder always gives the same events:
 *
 * <table>
 *   <caption>Which row gives which event</caption>
 *   <tr><th>row</th><th>events (id)</th></tr>
 *   <tr><td>accounts</td><td>account (account_id)</td></tr>
 *   <tr><td>users</td><td>user (user_id), its deactivation (user_id-deactivated)</td></tr>
 *   <tr><td>contracts</td><td>contract (contract_id)</td></tr>
 *   <tr><td>subscriptions</td><td>trial begun (subscription_id-trial), trial ended (subscription_id-trial-ended)</td></tr>
 *   <tr><td>subscription_items</td><td>lines changed (subscription_item_id-lines), seats changed
 *       (subscription_item_id-seats)</td></tr>
 *   <tr><td>product_events</td><td>Segment track (product_event_id)</td></tr>
 *   <tr><td>invoices</td><td>issued (invoice_id-open), paid (invoice_id-paid)</td></tr>
 *   <tr><td>payment_attempts that failed</td><td>payment failure (payment_attempt_id)</td></tr>
 *   <tr><td>support_tickets</td><td>opened (ticket_id-open), solved (ticket_id-solved), CSAT (ticket_id-csat)</td></tr>
 *   <tr><td>nps_responses</td><td>NPS (nps_response_id)</td></tr>
 * </table>
 *
 * @param foundation accounts, users and contracts, oldest first
 * @param history everything else, newest first
 * @param missing the files that were not there
 */
public record DataSet(List<Letter> foundation, List<Letter> history, List<String> missing) {

    public DataSet {
        foundation = List.copyOf(foundation);
        history = List.copyOf(history);
        missing = List.copyOf(missing);
    }

    /**
     * Reads a folder.
     *
     * @throws UnreadableData when there are no accounts in it or a value cannot be understood
     */
    public static DataSet read(Path folder) throws IOException, UnreadableData {
        if (!Files.isRegularFile(folder.resolve("accounts.csv"))) {
            throw new UnreadableData("there is no accounts.csv in " + folder);
        }
        Letters letters = new Letters("/bellwether/local/replay");
        Tables tables = new Tables(folder);
        Customers customers = new Customers(letters);
        customers.read(tables);
        Contracts contracts = new Contracts(letters);
        contracts.read(tables);
        Happenings happenings = new Happenings(letters, customers.firstUsers());
        happenings.read(tables);
        List<Letter> foundation = new ArrayList<>(customers.letters());
        foundation.addAll(contracts.letters());
        foundation.sort(Letter.OLDEST_FIRST);
        return new DataSet(
                foundation,
                happenings.letters().stream().sorted(Letter.NEWEST_FIRST).toList(),
                tables.missing());
    }

    /** All events in the order in which they are sent. */
    public Stream<Letter> letters() {
        return Stream.concat(foundation.stream(), history.stream());
    }
}
