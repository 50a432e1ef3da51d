package dev.bellwether.ingest.segment.call;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.contracts.AccountDescribed;
import dev.bellwether.contracts.AccountStatus;
import dev.bellwether.contracts.Codec;
import dev.bellwether.contracts.Fact;
import dev.bellwether.contracts.Problem;
import dev.bellwether.contracts.Reading;
import dev.bellwether.contracts.UsageRecorded;
import dev.bellwether.contracts.UserDescribed;
import dev.bellwether.ingest.verdict.Reason;
import dev.bellwether.ingest.verdict.Verdict;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TranslationTest {

    private static final Instant NOW = Instant.parse("2025-06-01T12:00:00Z");
    private static final Vocabulary VOCABULARY = new Vocabulary(
            Optional.of("workspace"),
            Optional.of("count"),
            Optional.of("feature"),
            "Viewed {name}",
            "Viewed {name}",
            List.of("Heartbeat", "Debug *"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'context':{'groupId':'a'},'groupId':'b','properties':{'groupId':'c'}} | a",
                "{'groupId':'b','properties':{'groupId':'c'}}                           | b",
                "{'properties':{'workspace':'d','groupId':'c'}}                         | c",
                "{'properties':{'$groups':{'company':'e','team':'f'}}}                  | e",
                "{'properties':{'$groups':['g']}}                                       | g",
                "{'properties':{'$groups':['g'],'groupId':'c'}}                         | c",
                "{'properties':{'groupId':'c','$groups':['g']}}                         | c",
                "{'properties':{'groupId':'','workspace':'d','$groups':['g']}}          | g",
                "{'properties':{'workspace':12}}                                        | 12",
                "{'context':{'groupId':null},'properties':{'groupId':''}}               | ",
            })
    void an_account_is_taken_from_where_clients_put_it(String fields, String account) {
        assertThat(accountOf(fields)).isEqualTo(account);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'context':{'groupId':'a'},'traits':{'company':{'id':'c'}}} | a",
                "{'groupId':'b','traits':{'company':{'id':'c'}}}             | b"
            })
    void an_account_that_an_identify_names_stands_before_the_company_and_teaches_nothing(
            String fields, String account) {
        Call.Told told = (Call.Told) accepted(Kind.IDENTIFY, "{'userId':'u'," + fields.substring(1));

        assertThat(told.account()).isEqualTo(account);
        assertThat(accepted(Kind.IDENTIFY, "{'userId':'u','traits':{'company':{'id':'c'}}}"))
                .isInstanceOfSatisfying(
                        Call.Joined.class,
                        joined -> assertThat(joined.account()).isEqualTo("c"));
    }

    @Test
    void what_a_batch_shares_holds_for_calls_that_say_nothing_else() {
        byte[] body = json(
                "{'context':{'groupId':'shared'},'sentAt':'2025-06-01T11:00:00Z','batch':["
                        + "{'type':'track','event':'E','userId':'u','timestamp':'2025-06-01T10:59:00Z'},"
                        + "{'type':'track','event':'E','userId':'u','context':{'groupId':'own'},'sentAt':'2025-06-01T12:00:00Z'}]}");
        Payload payload = payload(body);
        Translation translation = translation(payload, body);
        List<RawCall> batch = payload.batch() == null ? List.of() : payload.batch();

        Call.Told first = (Call.Told) accepted(translation.item(batch.getFirst()));
        Call.Told second = (Call.Told) accepted(translation.item(batch.getLast()));

        assertThat(first.account()).isEqualTo("shared");
        assertThat(first.statement().at()).isEqualTo(Instant.parse("2025-06-01T11:59:00Z"));
        assertThat(second.account()).isEqualTo("own");
        assertThat(second.statement().at()).isEqualTo(NOW);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PAGE   | {'name':'Home','category':'Docs'} | Viewed Home",
                "PAGE   | {'category':'Docs'}               | Viewed Docs",
                "PAGE   | {'properties':{}}                 | Viewed page",
                "SCREEN | {'name':'Home'}                   | Viewed Home",
                "SCREEN | {'name':null}                     | Viewed screen",
                "TRACK  | {'event':'Signed Up'}             | Signed Up"
            })
    void a_feature_is_named_after_what_was_done(Kind kind, String fields, String feature) {
        UsageRecorded usage = (UsageRecorded) fact(kind, "{'anonymousId':'x'," + fields.substring(1));

        assertThat(usage.feature()).isEqualTo(feature);
        assertThat(usage.userId()).isEqualTo("x");
        assertThat(usage.quantity()).isEqualByComparingTo("1");
    }

    @Test
    void an_account_keeps_what_it_does_not_know_as_traits() {
        AccountDescribed account = (AccountDescribed) fact(
                Kind.GROUP,
                "{'groupId':'a','traits':{'name':'A','segment':'smb','industry':'IT','stage':'live','plan':'pro',"
                        + "'seats':'many','licenses':7,'currency':'Dollar','timezone':'Europe/Berlin','employees':300,"
                        + "'status':'Churned','churnedOn':'2025-01-02T00:00:00Z','churnReason':'price','csm':'c@x.io',"
                        + "'parent':'p','a':{'b':{'c':true}},'list':[1,{'x':1},2],'empty':[],'none':null}}");

        assertThat(account.segment()).isEqualTo("smb");
        assertThat(account.stage()).isEqualTo("live");
        assertThat(account.seats()).isEqualTo(7);
        assertThat(account.currency()).isNull();
        assertThat(account.timeZone()).isEqualTo("Europe/Berlin");
        assertThat(account.status()).isEqualTo(AccountStatus.CHURNED);
        assertThat(account.churnedOn()).isEqualTo(LocalDate.of(2025, 1, 2));
        assertThat(account.owner()).isEqualTo("c@x.io");
        assertThat(account.traits())
                .containsOnlyKeys("industry", "plan", "seats", "currency", "employees", "a.b.c", "list")
                .containsEntry("list", "1, 2")
                .containsEntry("seats", "many")
                .containsEntry("employees", "300")
                .containsEntry("a.b.c", "true");
    }

    @Test
    void an_odd_trait_never_costs_the_profile() {
        String long_ = "x".repeat(700);
        UserDescribed user = (UserDescribed) fact(
                Kind.IDENTIFY,
                "{'userId':'u','traits':{'name':'" + long_ + "','email':' ','champion':'maybe','internal':1,"
                        + "'role':'a\\u0000b\\ud800'}}");

        assertThat(user.name()).hasSize(500);
        assertThat(user.email()).isNull();
        assertThat(user.champion()).isNull();
        assertThat(user.internal()).isTrue();
        assertThat(user.role()).isEqualTo("ab");
    }

    @Test
    void ids_are_the_senders_or_follow_from_the_bytes_or_are_fresh() {
        String timed = "{'event':'E','userId':'u','timestamp':'2025-01-01T00:00:00Z'}";

        assertThat(id("{'event':'E','userId':'u','messageId':'m-1'}")).isEqualTo("m-1");
        assertThat(id("{'event':'E','userId':'u','messageId':99}")).isEqualTo("99");
        assertThat(id(timed)).isEqualTo(id(timed)).isNotEqualTo(id(timed.replace("'E'", "'F'")));
        assertThat(id("{'event':'E','userId':'u'}")).isEqualTo("fresh");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "TRACK    | {'userId':'u','event':' '}                              | /event",
                "TRACK    | {'userId':'u','event':['x']}                            | /event",
                "TRACK    | {'userId':'u','event':'E','messageId':{}}               | /messageId",
                "TRACK    | {'userId':'u','event':'E','context':{'groupId':[1]}}    | /context/groupId",
                "TRACK    | {'userId':'u','event':'E','properties':{'count':'lots'}}| /properties",
                "TRACK    | {'userId':'u','event':'E','properties':{'count':1e99}}  | /properties",
                "TRACK    | {'userId':'a\\u0000','event':'E'}                       | /userId",
                "IDENTIFY | {'traits':{}}                                           | /userId",
                "GROUP    | {'userId':'u'}                                          | /groupId",
                "ALIAS    | {'userId':'u'}                                          | /previousId"
            })
    void what_is_wrong_is_pointed_at(Kind kind, String call, String pointer) {
        assertThat(refused(kind, call).problems()).extracting(Problem::pointer).contains(pointer);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "{'event':'E'}                                 | /userId or /anonymousId is required",
                "{'event':'E','userId':' '}                    | /userId or /anonymousId is required",
                "{'event':'E','userId':'a\\u0000'}             | /userId must not hold a NUL or half a surrogate pair",
                "{'event':'E','anonymousId':{}}                | /anonymousId must be text or a number",
                "{'event':'E','userId':'LONG'}                 | /userId must have at most 255 characters",
                "{'event':'E','userId':'LONG','anonymousId':1} | /userId must have at most 255 characters",
                "{'event':'E','userId':'u','timestamp':'1969-12-31T23:59:59.000Z'} "
                        + "| /timestamp must be an ISO 8601 instant of 1970 to 9999, like 2026-03-31T09:30:00.000Z",
                "{'event':'E','userId':'u','timestamp':'yesterday'} "
                        + "| /timestamp must be an ISO 8601 instant of 1970 to 9999, like 2026-03-31T09:30:00.000Z"
            })
    void one_fault_is_told_by_one_reason_that_is_true(String call, String reason) {
        assertThat(refused(Kind.TRACK, call.replace("LONG", "x".repeat(256))).problems())
                .extracting(Problem::text)
                .containsExactly(reason);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "TRACK    | {'userId':'u','event':'E','name':{'a':1}}",
                "TRACK    | {'userId':'u','event':'E','category':['a'],'previousId':{}}",
                "PAGE     | {'userId':'u','event':{},'name':'Home'}",
                "IDENTIFY | {'userId':'u','event':[],'properties':{'count':{}}}",
                "TRACK    | {'userId':'u','event':'E','sentAt':{}}"
            })
    void a_field_that_the_call_has_no_use_for_may_hold_anything(Kind kind, String call) {
        accepted(kind, call);
    }

    @Test
    void the_future_is_refused_beyond_ten_minutes() {
        String call = "{'userId':'u','event':'E','timestamp':'%s'}";

        assertThat(refused(Kind.TRACK, call.formatted(NOW.plusSeconds(601))).reason())
                .isEqualTo(Reason.IN_THE_FUTURE);
        accepted(Kind.TRACK, call.formatted(NOW.plusSeconds(600)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'timestamp':'2025-06-01T00:00:00Z','sentAt':'9999-01-01T00:00:00Z'",
                "'timestamp':'1970-01-01T00:00:00+14:00'"
            })
    void a_time_before_all_time_is_refused_by_name_however_it_came_about(String times) {
        for (String call : List.of("{'userId':'u','event':'E',", "{'userId':'u','groupId':'a',")) {
            assertThat(refused(call.contains("event") ? Kind.TRACK : Kind.GROUP, call + times + "}")
                            .problems())
                    .extracting(Problem::pointer)
                    .containsExactly("/timestamp");
        }
    }

    /** Whatever is accepted, every service can read: nobody is asked after the 200. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void what_is_accepted_every_service_can_read(int seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 200; i++) {
            byte[] body = json(OddCalls.any(random));
            Payload payload = payload(body);
            for (Kind kind : Kind.values()) {
                if (translation(payload, body).of(kind, payload.whole()) instanceof Verdict.Accepted<Call>(Call call)) {
                    assertReadable(call);
                }
            }
        }
    }

    @ParameterizedTest(name = "{0} {1} is {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "PAGE   | {'userId':'u','name':'Pricing'} | Viewed Pricing",
                "SCREEN | {'userId':'u','name':'Home'} | Viewed Home",
                "SCREEN | {'userId':'u','category':'Start'} | Viewed Start",
                "TRACK  | {'userId':'u','event':'Clicked','properties':{'feature':'export'}} | export",
                "PAGE   | {'userId':'u','name':'Pricing','properties':{'feature':'prices'}} | prices",
            })
    void what_a_call_uses_is_configuration(Kind kind, String call, String feature) {
        assertThat(((UsageRecorded) fact(kind, call.replace('\'', '"'))).feature())
                .isEqualTo(feature);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Heartbeat", "Debug opened"})
    void what_is_ignored_is_understood_and_no_fact(String event) {
        assertThat(accepted(Kind.TRACK, "{\"userId\":\"u\",\"event\":\"" + event + "\"}"))
                .isEqualTo(new Call.Ignored());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'properties':{'$groups':{}}}                                   |",
                "{'properties':{'$groups':[]}}                                   |",
                "{'context':{'groupId':{}},'groupId':[]}                         |",
                "{'properties':{'$groups':{},'groupId':'acme'}}                  | acme",
                "{'properties':{'groupId':'acme','$groups':{}}}                  | acme",
                "{'properties':{'groupId':'acme','$groups':{'company':{'a':1}}}} | acme",
                "{'context':{'groupId':{}},'groupId':'acme'}                     | acme",
                "{'context':{'groupId':{'a':1}},'groupId':'acme'}                | acme",
                "{'groupId':{'a':1},'properties':{'groupId':'acme'}}             | acme",
                "{'groupId':'M\uFFFDller','properties':{'groupId':'acme'}}       | acme",
            })
    void an_empty_group_is_none_and_a_wrong_one_is_no_harm_beside_a_good_one(String fields, @Nullable String account) {
        assertThat(accountOf(fields)).isEqualTo(account);
    }

    /** The account of a track call with these fields beside its own. */
    private static @Nullable String accountOf(String fields) {
        return ((Call.Told) accepted(Kind.TRACK, "{'event':'E','userId':'u'," + fields.substring(1))).account();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'groupId':{'a':1}}                    | /groupId",
                "{'properties':{'$groups':{'a':{}}}}    | /properties/$groups",
                "{'groupId':'M\uFFFDller'}              | /groupId",
                "{'messageId':'\uFFFD1'}                | /messageId",
                "{'userId':'\uFFFD'}                    | /userId"
            })
    void a_group_or_an_id_that_nobody_could_read_is_named(String fields, String pointer) {
        assertThat(refused(Kind.TRACK, "{'userId':'u','event':'E'," + fields.substring(1))
                        .problems())
                .extracting(Problem::pointer)
                .contains(pointer);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'email':' Ann@Acme.Example '}                | ann@acme.example",
                "{'email':'Ann@Acme.Example','company':{'id':'c'}} | ann@acme.example",
                "{'email':'ann'}                               |",
                "{'email':'a b@acme.example'}                  |",
                "{'name':'Ann'}                                |"
            })
    void an_identify_tells_the_address_of_its_user(String traits, @Nullable String email) {
        assertThat(
                        switch (accepted(Kind.IDENTIFY, "{'userId':'u','traits':" + traits + "}")) {
                            case Call.Told told -> told.email();
                            case Call.Joined joined -> joined.email();
                            case Call.Renamed renamed -> "?";
                            case Call.Ignored ignored -> "?";
                        })
                .isEqualTo(email);
    }

    private static void assertReadable(Call call) {
        switch (call) {
            case Call.Told(var account, var users, var email, var statement) ->
                assertThat(Codec.readFact(statement.about("a", "/s"))).isInstanceOf(Reading.Understood.class);
            case Call.Joined(var account, var users, var email, var statement) ->
                assertThat(Codec.readFact(statement.about(account, "/s"))).isInstanceOf(Reading.Understood.class);
            case Call.Renamed renamed -> assertThat(renamed.user()).isNotBlank();
            case Call.Ignored ignored -> {} // says nothing
        }
    }

    private static String id(String call) {
        return ((Call.Told) accepted(Kind.TRACK, call)).statement().id();
    }

    private static Fact fact(Kind kind, String call) {
        Statement statement = switch (accepted(kind, call)) {
            case Call.Told told -> told.statement();
            case Call.Joined joined -> joined.statement();
            case Call.Renamed renamed -> throw new AssertionError("no fact: " + renamed);
            case Call.Ignored ignored -> throw new AssertionError("ignored: " + call);
        };
        if (Codec.readFact(statement.about("a", "/s")) instanceof Reading.Understood<Fact>(Fact fact)) {
            return fact;
        }
        throw new AssertionError("not readable: " + new String(statement.data(), UTF_8));
    }

    private static Call accepted(Kind kind, String call) {
        return accepted(verdict(kind, call));
    }

    private static Call accepted(Verdict<Call> verdict) {
        if (verdict instanceof Verdict.Accepted<Call>(Call call)) {
            return call;
        }
        throw new AssertionError(verdict);
    }

    private static Verdict.Refused<Call> refused(Kind kind, String call) {
        if (verdict(kind, call) instanceof Verdict.Refused<Call> refused) {
            return refused;
        }
        throw new AssertionError("accepted: " + call);
    }

    private static Verdict<Call> verdict(Kind kind, String call) {
        byte[] body = json(call);
        Payload payload = payload(body);
        return translation(payload, body).of(kind, payload.whole());
    }

    private static Translation translation(Payload payload, byte[] body) {
        return new Translation(payload.whole(), body, NOW, new Terms(VOCABULARY, 32_768, () -> "fresh"));
    }

    private static Payload payload(byte[] body) {
        if (new PayloadReader(VOCABULARY).read(body) instanceof Reading.Understood<Payload>(Payload payload)) {
            return payload;
        }
        throw new AssertionError("not read: " + new String(body, UTF_8));
    }

    private static byte[] json(String singleQuoted) {
        return singleQuoted.replace('\'', '"').getBytes(UTF_8);
    }
}
