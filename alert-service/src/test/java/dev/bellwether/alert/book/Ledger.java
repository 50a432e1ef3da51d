package dev.bellwether.alert.book;

import dev.bellwether.alert.policy.Channel;
import dev.bellwether.alert.testing.Database;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/** What the service's tables say of alerts and messages of accounts and people whose names begin alike. */
record Ledger(Database database, String name) {

    /** A message that was told to a person, with what it was. */
    record Told(String person, Instant at, String because, String content) {

        boolean isCritical() {
            return content.contains("\"CRITICAL\"");
        }

        boolean isEscalation() {
            return because.contains("did not acknowledge");
        }
    }

    private static final String ALOUD = "cast(d.content as jsonb) ->> 'type' in ('alert', 'follow-up', 'summary')";

    private String ours() {
        return "(d.account_id like '%1$s%%' or d.lane like 'person %1$s%%')".formatted(name);
    }

    /** How many messages of a kind there are. */
    long count(String condition) {
        return database.number("select count(*) from delivery d where " + ours() + " and " + condition);
    }

    /** Messages that wait still or were given up. */
    List<List<String>> undelivered() {
        return database.rows("""
                select d.channel, d.status, d.attempts, d.created_at, d.first_tried_at, d.due_at, d.leased_until, d.last_error
                from delivery d where d.status in ('due', 'failed') and %s
                """.formatted(ours()));
    }

    /** Messages that were given up, by channel and reason. */
    List<List<String>> givenUp() {
        return database.rows("select d.channel, d.last_error from delivery d where d.status = 'failed' and " + ours());
    }

    /** How many messages could be sent now on these channels, or are on their way: the first of each lane. */
    long sendable(List<Channel> channels, Instant now) {
        String labels =
                channels.stream().map(channel -> "'" + channel.label() + "'").collect(Collectors.joining(", "));
        return channels.isEmpty() ? 0 : count("""
                d.status = 'due' and d.channel in (%1$s) and d.due_at <= cast('%2$s' as timestamptz)
                and not exists (select 1 from delivery e where e.lane = d.lane and e.channel = d.channel
                                                           and e.status = 'due' and e.id < d.id)
                """.formatted(labels, now));
    }

    /** Alerts about which something is decided now, perhaps by another process that holds their account. */
    long undecided(Instant now) {
        return database.number("""
                select count(*) from alert a
                where a.account_id like '%s%%' and a.look_at <= cast('%s' as timestamptz)
                """.formatted(name, now));
    }

    /** Messages that left more than two days after it was decided that they are told: no channel is away for so long. */
    List<List<String>> late() {
        return database.rows("""
                select d.channel, d.message_key, d.queued_at, d.sent_at from delivery d
                where d.status = 'sent' and d.sent_at > d.queued_at + interval '2 days' and %s and %s
                """.formatted(ALOUD, ours()));
    }

    /** The keys, addresses and lanes of messages that were sent aloud on a channel, in the order in which they were decided. */
    List<List<String>> sentAloud(Channel channel) {
        return database.rows(
                "select d.message_key, d.address, d.lane from delivery d where d.status = 'sent' and d.channel = '%s' and %s and %s order by d.id"
                        .formatted(channel.label(), ours(), ALOUD));
    }

    /** The same, with all that is a message of its own where nothing can be edited. */
    List<List<String>> sent(Channel channel) {
        return database.rows(
                "select d.message_key, d.address from delivery d where d.status = 'sent' and d.channel = '%s' and %s"
                        .formatted(channel.label(), ours()));
    }

    /** How many messages were posted on a channel that cannot edit, where nothing is posted of what only shows something anew. */
    int posted(Channel channel) {
        return (int) count("""
                d.status = 'sent' and d.channel = '%s'
                and cast(d.content as jsonb) ->> 'type' not in ('update', 'summary-update')
                """.formatted(channel.label()));
    }

    /** Messages that say the same to the same reader. */
    List<List<String>> saidTwice() {
        return database.rows("""
                select d.channel, d.address, d.content, count(*) from delivery d
                where %s and %s and d.status = 'sent'
                group by d.channel, d.address, d.thread_id, d.content having count(*) > 1
                """.formatted(ours(), ALOUD));
    }

    /** Alerts that stand, of which nobody was told, and that no digest holds. */
    List<List<String>> untold() {
        return database.rows("""
                select a.id, a.kind, a.state, a.news, a.held from alert a
                where a.account_id like '%s%%' and a.state = 'open' and a.told_severity is null
                  and coalesce(a.held, '') not in ('budget', 'digest-route')
                """.formatted(name));
    }

    /** Alerts that stand and count as told, and of which nothing was sent on a channel. */
    List<List<String>> unsent(Channel channel) {
        return database.rows("""
                select a.id, a.kind, a.state from alert a
                where a.account_id like '%s%%' and a.state in ('open', 'acknowledged') and a.told_severity is not null
                  and not exists (select 1 from delivery d
                                  where d.channel = '%s' and d.status = 'sent'
                                    and ((d.thread_id = a.thread_id and d.matters like '%%' || a.matter || '%%')
                                         or d.content like '%%' || a.id || '%%'))
                """.formatted(name, channel.label()));
    }

    /** Every message that counts for a budget, the oldest first, with what it was on any channel. */
    List<Told> told() {
        return database.rows("""
                        select t.person, to_char(t.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
                               coalesce(max(d.because), ''), coalesce(string_agg(d.content, ' '), '')
                        from told t
                        left join delivery d on d.created_at = t.at
                             and (d.alert_id = t.alert_id or t.kind = 'summary' and d.lane like 'person ' || t.person || '%%')
                        where t.person like '%s%%' group by t.id order by t.at, t.id
                        """.formatted(name)).stream()
                .map(row -> new Told(row.get(0), Instant.parse(row.get(1)), row.get(2), row.get(3)))
                .toList();
    }

    /** An alert that stands and that nobody has taken yet; empty when there is none. */
    List<String> oneThatStands() {
        return database
                .rows(
                        "select a.id from alert a where a.state = 'open' and a.account_id like '%s%%' order by a.since limit 1"
                                .formatted(name))
                .stream()
                .map(List::getFirst)
                .toList();
    }
}
