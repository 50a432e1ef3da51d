package dev.bellwether.ingest.webhook.mapping;

import static dev.bellwether.ingest.webhook.Payloads.fact;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.contracts.AccountDescribed;
import dev.bellwether.contracts.Codec;
import dev.bellwether.contracts.ContractChanged;
import dev.bellwether.contracts.ContractLine;
import dev.bellwether.contracts.InvoiceChanged;
import dev.bellwether.contracts.Problem;
import dev.bellwether.contracts.Reading;
import dev.bellwether.contracts.UserDescribed;
import dev.bellwether.ingest.webhook.notice.Claim;
import dev.bellwether.ingest.webhook.notice.Item;
import dev.bellwether.ingest.webhook.notice.Meaning;
import dev.bellwether.ingest.webhook.notice.Unmapped;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MappingTest {

    private static final String CHAMPION =
            "rules: [{type: user, account: a, fields: {userId: /u, champion: /c, name: /n}}]";

    private static final Instant NOW = Instant.parse("2026-03-31T09:30:00Z");

    private static final ZoneId ZONE = ZoneId.of("America/New_York");

    private static final String SALESFORCE = """
            items: /records
            account: [/Bellwether_Account__c, /AccountId]
            rules:
              - when: {/attributes/type: Opportunity, /StageName: [Closed Won, Closed Lost]}
                type: contract
                id: "{/Id}-{/SystemModstamp}"
                time: /SystemModstamp
                fields:
                  contractId: /Id
                  kind: subscription
                  startsOn: /Start__c
                  endsOn: {from: /End__c, format: dd.MM.yyyy}
                  status: {from: /StageName, map: {closed won: active}, else: cancelled}
                  currency: /CurrencyIsoCode
                  lines:
                    each: /Lines/records
                    fields:
                      product: /Name
                      annualAmount: {from: /Monthly__c, times: 1200}
                  renewalLines:
                    each: /NextLines
                    fields: {product: /Name, annualAmount: /Cents}
                  author: /Owner
              - when: {/attributes/type: Account}
                type: account
                account: /Id
                id: "{/Id}-{/SystemModstamp}"
                time: /SystemModstamp
                fields:
                  name: /Name
                  seats: /Seats__c
                  traits: {industry: /Industry, site: "https://crm.example/{/Id}"}
            """;

    @Test
    void records_of_a_crm_become_contracts_and_accounts() {
        List<Item> items = translated(SALESFORCE, """
                {"records": [
                  {"attributes": {"type": "Opportunity"}, "Id": "006A", "AccountId": "001A", "StageName": "Closed Won",
                   "SystemModstamp": "2026-03-30T10:15:30.000+0000", "Start__c": "2026-04-01", "End__c": "31.03.2027",
                   "CurrencyIsoCode": "EUR", "Lines": {"records": [{"Name": "Pro", "Monthly__c": 99.995}, {"Other": 1}]},
                   "NextLines": [{"Name": "Pro", "Cents": 130000}], "Owner": "carla@example.com"},
                  {"attributes": {"type": "Opportunity"}, "Id": "006B", "StageName": "Prospecting"},
                  {"attributes": {"type": "Account"}, "Id": "001A", "Name": "Acme", "Seats__c": 25.0, "Industry": "Steel",
                   "SystemModstamp": 1774865730000}]}""");

        Claim contract = told(items.get(0)).claims().getFirst();
        assertThat(contract.id()).isEqualTo("006A-2026-03-30T10:15:30.000+0000");
        assertThat(contract.at()).isEqualTo("2026-03-30T10:15:30Z");
        assertThat(contract.owner().accounts()).containsExactly("001A");
        assertThat(fact(contract, ContractChanged.class)).satisfies(fact -> {
            assertThat(fact.startsOn()).isEqualTo("2026-04-01");
            assertThat(fact.endsOn()).isEqualTo("2027-03-31");
            assertThat(fact.status()).hasToString("ACTIVE");
            assertThat(fact.lines()).containsExactly(new ContractLine("Pro", 119_994));
            assertThat(fact.renewalLines()).containsExactly(new ContractLine("Pro", 130_000));
            assertThat(fact.author()).isEqualTo("carla@example.com");
        });
        assertThat(items.get(1).meaning()).isEqualTo(Meaning.UNUSED);
        Claim account = told(items.get(2)).claims().getFirst();
        assertThat(account.at()).isEqualTo("2026-03-30T10:15:30Z");
        assertThat(fact(account, AccountDescribed.class)).satisfies(fact -> {
            assertThat(fact.seats()).isEqualTo(25);
            assertThat(fact.traits())
                    .containsEntry("industry", "Steel")
                    .containsEntry("site", "https://crm.example/001A");
        });
        assertThat(new String(items.get(1).original(), UTF_8))
                .startsWith("{\"attributes\"")
                .endsWith("\"Prospecting\"}");
    }

    @Test
    void one_item_may_be_several_facts_whose_ids_are_told_apart() {
        Meaning.Told told = told(translated(
                        """
                        rules:
                          - {type: user, account: /company, id: /id, fields: {userId: /mail, champion: /vip}}
                          - {type: account, account: /company, id: /id, fields: {owner: /csm}}
                          - {type: account, account: /company, id: /id, fields: {stage: live}}
                          - {link: /crm, account: /company, id: /id}
                        """,
                        "{\"id\":7,\"company\":\"acme\",\"mail\":\"ann@acme.example\",\"vip\":\"yes\",\"csm\":\"c@x.example\",\"crm\":\"00A\"}")
                .getFirst());

        assertThat(told.claims()).extracting(Claim::id).containsExactly("7", "7-account", "7-account-2");
        assertThat(told.claims()).extracting(Claim::at).containsOnly(NOW);
        assertThat(fact(told.claims().getFirst(), UserDescribed.class).champion())
                .isTrue();
        assertThat(told.lessons())
                .singleElement()
                .satisfies(lesson -> assertThat(lesson.customer()).isEqualTo("00A"));
    }

    @Test
    void an_item_without_an_id_of_its_own_is_known_by_its_bytes() {
        String mapping = "rules: [{type: invoice, account: acme, fields: {invoiceId: /n, amount: /a}}]";
        String first = told(translated(mapping, "[{\"n\":1,\"a\":2}, {\"n\":1,\"a\":3}]")
                        .get(0))
                .claims()
                .getFirst()
                .id();
        String again = told(translated(mapping, "[ {\"n\":1,\"a\":2}]").getFirst())
                .claims()
                .getFirst()
                .id();
        String other = told(translated(mapping, "[{\"n\":1,\"a\":2}, {\"n\":1,\"a\":3}]")
                        .get(1))
                .claims()
                .getFirst()
                .id();

        assertThat(first).isEqualTo(again).isNotEqualTo(other).hasSize(32);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "an ISO day        | `2026-03-31`                  |                  | 2026-03-31",
                "an ISO instant    | `2026-03-31T23:30:00-05:00`   |                  | 2026-03-31",
                "late in UTC       | `2026-04-01T02:30:00Z`        |                  | 2026-03-31",
                "late as a number  | 1775010600000                 |                  | 2026-03-31",
                "without an offset | `2026-03-31T23:30:00`         |                  | 2026-03-31",
                "seconds           | 1774949400                    |                  | 2026-03-31",
                "milliseconds      | 1774949400000                 |                  | 2026-03-31",
                "millis as text    | `1774949400000`               |                  | 2026-03-31",
                "eight digits      | `20260331`                    |                  | 2026-03-31",
                "eight as a number | 20260331                      |                  | 2026-03-31",
                "an own form       | `31/03/2026`                  | dd/MM/yyyy       | 2026-03-31",
                "with a time       | `2026-03-31 09:30:00 -0700`   | yyyy-MM-dd HH:mm:ss Z | 2026-03-31",
                "an English month  | `Mar 31, 2026`                | MMM d, yyyy      | 2026-03-31"
            })
    void days_are_read_in_many_forms(String name, String value, String format, String day) {
        String from = format == null ? "/d" : "{from: /d, format: \"" + format + "\"}";
        Meaning meaning = translated(
                        "rules: [{type: invoice, account: a, fields: {invoiceId: i, dueOn: " + from + "}}]",
                        "{\"d\":" + value.replace('`', '"') + "}")
                .getFirst()
                .meaning();

        assertThat(meaning)
                .isInstanceOfSatisfying(
                        Meaning.Told.class,
                        told -> assertThat(fact(told.claims().getFirst(), InvoiceChanged.class)
                                        .dueOn())
                                .isEqualTo(day));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "euros                 | {`a`:`1200.50`,`c`:`EUR`} | 120050",
                "yen have no decimals  | {`a`:1200,`c`:`jpy`}      | 1200",
                "dinars have three     | {`a`:1.5,`c`:`KWD`}       | 1500",
                "as the mapping states | {`a`:`1200`}              | 1200",
                "no such currency      | {`a`:1,`c`:`XXY`}         | /data/amount needs a currency of ISO 4217",
                "rounded               | {`a`:`0.125`,`c`:`EUR`}   | 13",
                "no number             | {`a`:`much`,`c`:`EUR`}    | /data/amount must be a number"
            })
    void decimal_amounts_become_minor_units_of_their_currency(String name, String sample, String expected) {
        Meaning meaning = translated(
                        "{currency: JPY, rules: [{type: invoice, account: a, fields: {invoiceId: i, amount: {from: /a, decimal: /c}}}]}",
                        sample.replace('`', '"'))
                .getFirst()
                .meaning();

        if (meaning instanceof Meaning.Wrong(var problems)) {
            assertThat(problems.getFirst().text()).startsWith(expected);
        } else {
            assertThat(fact(((Meaning.Told) meaning).claims().getFirst(), InvoiceChanged.class)
                            .amount())
                    .isEqualTo(Long.parseLong(expected));
        }
    }

    @Test
    void a_decimal_amount_without_any_currency_is_refused() {
        Item item = translated(
                        "rules: [{type: invoice, account: a, fields: {invoiceId: i, amount: {from: /a, decimal: true}}}]",
                        "{\"a\":12}")
                .getFirst();

        assertThat(item.meaning())
                .isInstanceOfSatisfying(
                        Meaning.Wrong.class,
                        wrong -> assertThat(wrong.problems().getFirst().text())
                                .startsWith("/data/amount needs a currency beside it"));
    }

    /** 99.5 without decimal: major units, or half a cent? Rounding would make 1.00 of 99.50. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/a                                 | {`a`:99}        | 99",
                "/a                                 | {`a`:`99.00`}   | 99",
                "/a                                 | {`a`:99.5}      | /data/amount must be a number of minor units",
                "{from: /a, when: {/a: '*'}}        | {`a`:99.5}      | /data/amount must be a number of minor units",
                "{from: /a, times: 0.5}             | {`a`:99}        | 50",
                "[{from: /b, decimal: EUR}, /a]     | {`a`:99.5}      | /data/amount must be a number of minor units",
                "[{from: /b, decimal: EUR}, /a]     | {`b`:99.5}      | 9950"
            })
    void only_an_amount_that_is_multiplied_may_have_a_rest(String expression, String sample, String expected) {
        Meaning meaning = translated(
                        "rules: [{type: invoice, account: a, fields: {invoiceId: i, amount: " + expression + "}}]",
                        sample.replace('`', '"'))
                .getFirst()
                .meaning();

        assertThat(
                        meaning instanceof Meaning.Wrong(var problems)
                                ? problems.getFirst().text()
                                : String.valueOf(
                                        fact(((Meaning.Told) meaning).claims().getFirst(), InvoiceChanged.class)
                                                .amount()))
                .startsWith(expected);
    }

    @Test
    void an_account_is_not_refused_for_one_odd_field() {
        String mapping = """
                rules:
                  - type: account
                    account: a
                    fields: {name: /n, seats: /s, timeZone: /z, churnedOn: /c, stage: /l, owner: /0, traits: {tier: /t, site: /o}}""";
        AccountDescribed account = fact(
                told(translated(mapping, """
                                {"n":"Acme","s":25.5,"z":"us_slash_eastern","c":"soon","t":"x%1$s","l":"y%1$s","0":"a\\u0000","o":{"x":1}}""".formatted("y".repeat(500))).getFirst())
                        .claims()
                        .getFirst(),
                AccountDescribed.class);

        assertThat(account.name()).isEqualTo("Acme");
        assertThat(account.seats()).isNull();
        assertThat(account.timeZone()).isNull();
        assertThat(account.churnedOn()).isNull();
        assertThat(account.traits())
                .containsOnly(
                        Map.entry("seats", "25.5"),
                        Map.entry("timeZone", "us_slash_eastern"),
                        Map.entry("churnedOn", "soon"),
                        Map.entry("stage", "y".repeat(500)));
    }

    @ParameterizedTest
    @CsvSource({
        "y, true",
        "T, true",
        "' Yes ', true",
        "1, true",
        "n, false",
        "f, false",
        "NO, false",
        "0, false",
        "maybe,"
    })
    void a_flag_is_read_as_people_and_exports_write_it(String text, Boolean champion) {
        Item item =
                translated(CHAMPION, "{\"u\":\"u-1\",\"c\":\"" + text + "\"}").getFirst();

        assertThat(fact(told(item).claims().getFirst(), UserDescribed.class).champion())
                .isEqualTo(champion);
    }

    @Test
    void a_user_is_not_refused_for_one_odd_field_but_for_having_no_id() {
        assertThat(fact(
                        told(translated(CHAMPION, "{\"u\":\"u-1\",\"c\":\"often\",\"n\":\"Ann\"}")
                                        .getFirst())
                                .claims()
                                .getFirst(),
                        UserDescribed.class))
                .satisfies(user -> assertThat(user.name()).isEqualTo("Ann"))
                .satisfies(user -> assertThat(user.champion()).isNull());
        assertThat(Codec.readFact(told(translated(CHAMPION, "{\"c\":\"often\"}").getFirst())
                        .claims()
                        .getFirst()
                        .about("a", "/test")))
                .isInstanceOfSatisfying(
                        Reading.Refused.class,
                        refused ->
                                assertThat(refused.problems()).containsExactly(new Problem("/userId", "is required")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{`mentions`:[{`n`:1},{`n`:2}]}   | 1 2",
                "{`data`:[{`n`:3}],`n`:9}         | 3",
                "{`n`:4,`data`:{`n`:9}}           | 4",
                "[{`n`:5}]                        | 5",
                "{`mentions`:[],`n`:6}            | 6",
                "{`mentions`:[`@a`],`n`:7}        | 7",
                "{`mentions`:[],`data`:[{`n`:8}]} | 8",
                "[]                               | ''"
            })
    void items_may_lie_in_one_of_several_places(String body, String found) {
        List<Item> items = translated(
                "{items: [/mentions, /data, ''], rules: [{type: invoice, account: a, id: /n, fields: {invoiceId: /n}}]}",
                body.replace('`', '"'));

        assertThat(items.stream()
                        .map(item -> told(item).claims().getFirst().id())
                        .collect(Collectors.joining(" ")))
                .isEqualTo(found);
    }

    @Test
    void a_list_without_items_is_one_where_the_body_is_none() {
        String mapping = "{items: [/mentions, /data], rules: [{type: account, account: a, fields: {name: /n}}]}";

        assertThat(translated(mapping, "{\"mentions\":[]}")).isEmpty();
        assertThat(translated(mapping, "{\"mentions\":[1]}").getFirst().meaning())
                .isInstanceOf(Meaning.Wrong.class);
    }

    @Test
    void a_list_may_be_said_to_be_empty() {
        ContractChanged contract = fact(
                told(translated("rules: [{type: contract, account: a, fields: {contractId: c, lines: []}}]", "{}")
                                .getFirst())
                        .claims()
                        .getFirst(),
                ContractChanged.class);

        assertThat(contract.lines()).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "a word               | {`d`:`soon`}     | /data/dueOn must be a day",
                "no day of a calendar | {`d`:20260231}   | /data/dueOn must be a day",
                "seconds of 1970      | {`d`:2026041}    | /data/dueOn must be a day",
                "seconds of 1999      | {`d`:946684799}  | /data/dueOn must be a day",
                "digits of a time     | {`d`:20260414093000} | /data/dueOn must be a day",
                "an object            | {`d`:{`x`:1}}    | /data/dueOn must be a day",
                "not even an item     | [1]              | must be an object",
                "no JSON              | {`d`:            | is not UTF-8 JSON"
            })
    void a_sample_that_does_not_fit_says_where(String name, String sample, String problem) {
        Item item = translated(
                        "rules: [{type: invoice, account: a, fields: {invoiceId: i, dueOn: /d}}]",
                        sample.replace('`', '"'))
                .getFirst();

        assertThat(item.meaning())
                .isInstanceOfSatisfying(
                        Meaning.Wrong.class,
                        wrong -> assertThat(wrong.problems().getFirst().text()).startsWith(problem));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "no rules          | account: a                                                      | /rules is required",
                "no object         | [1]                                                             | must be an object",
                "no YAML           | {rules: [                                                       | is neither YAML nor JSON",
                "a wrong type      | rules: [{type: order, account: a, fields: {}}]                  | /rules/0/type must be one of usage, user",
                "a wrong field     | rules: [{type: invoice, account: a, fields: {due: /d}}]         | /rules/0/fields/due is no field here: amount",
                "nobody            | rules: [{type: invoice, fields: {invoiceId: /d}}]               | /rules/0 says neither account",
                "a misspelt key    | rules: [{typ: invoice, account: a, fields: {}}]                 | /rules/0/typ means nothing here",
                "a wrong pattern   | rules: [{type: invoice, account: a, fields: {dueOn: {from: /d, format: bb}}}] | /rules/0/fields/dueOn/format must be a pattern",
                "a wrong currency  | {currency: XXY, rules: [{type: invoice, account: a, fields: {}}]} | /currency must be a currency",
                "a wrong fallback  | {unmapped: never, rules: [{type: invoice, account: a, fields: {}}]} | /unmapped must be id, park or refuse",
                "a wrong condition | rules: [{when: {x: 1}, type: invoice, account: a, fields: {}}]  | /rules/0/when/x must be a JSON pointer",
                "a wrong one of two | rules: [{when: [{/x: 1}, {x: 1}], type: invoice, account: a, fields: {}}] | /rules/0/when/1/x must be a JSON pointer",
                "no conditions     | rules: [{when: [], type: invoice, account: a, fields: {}}]      | /rules/0/when must be an object of JSON pointers",
                "conditions of text | rules: [{when: [/x], type: invoice, account: a, fields: {}}]   | /rules/0/when/0 must be an object of JSON pointers"
            })
    void a_mapping_that_is_wrong_says_where(String name, String mapping, String problem) {
        assertThat(MappingReader.read(mapping, Unmapped.REFUSE, null))
                .isInstanceOfSatisfying(
                        Reading.Refused.class,
                        refused -> assertThat(((Problem) refused.problems().getFirst()).text())
                                .startsWith(problem));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "equal, whatever its case | {/t: abc}                           | true",
                "another                  | {/t: abd}                           | false",
                "one of                   | {/t: [x, ABC]}                      | true",
                "a beginning              | {/t: ab*}                           | true",
                "present                  | {/t: \"*\"}                         | true",
                "absent                   | {/u: null}                          | true",
                "absent or                | {/t: [null, abc]}                   | true",
                "not                      | {/t: {not: abc}}                    | false",
                "not absent               | {/o: {not: null}}                   | true",
                "a number                 | {/n: 1}                             | true",
                "a flag                   | {/f: true}                          | true",
                "all of several           | {/t: abc, /n: 2}                    | false",
                "all of one of several    | [{/t: abc, /n: 2}, {/t: abc, /f: true}] | true",
                "all of none of several   | [{/t: abc, /n: 2}, {/u: abc}]       | false"
            })
    void conditions(String name, String condition, boolean holds) {
        Item item = translated(
                        "rules: [{when: " + condition + ", type: invoice, account: a, fields: {invoiceId: i}}]",
                        "{\"t\":\"Abc\",\"n\":1,\"f\":true,\"o\":{}}")
                .getFirst();

        assertThat(item.meaning() instanceof Meaning.Told).isEqualTo(holds);
    }

    private static Meaning.Told told(Item item) {
        return (Meaning.Told) item.meaning();
    }

    private static List<Item> translated(String mapping, String body) {
        return switch (MappingReader.read(mapping, Unmapped.REFUSE, null)) {
            case Reading.Understood<Mapping>(Mapping read) ->
                new MappingTranslation(read, ZONE).translate(body.getBytes(UTF_8), "application/json", NOW);
            case Reading.Refused<Mapping>(var problems) -> throw new AssertionError(problems.toString());
        };
    }
}
