package dev.bellwether.ingest.webhook.stripe;

import static dev.bellwether.ingest.webhook.Payloads.claims;
import static dev.bellwether.ingest.webhook.Payloads.fact;
import static dev.bellwether.ingest.webhook.Payloads.text;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.contracts.AccountDescribed;
import dev.bellwether.contracts.ContractChanged;
import dev.bellwether.contracts.ContractKind;
import dev.bellwether.contracts.ContractLine;
import dev.bellwether.contracts.ContractStatus;
import dev.bellwether.contracts.InvoiceChanged;
import dev.bellwether.contracts.InvoiceStatus;
import dev.bellwether.contracts.PaymentFailed;
import dev.bellwether.ingest.webhook.notice.Claim;
import dev.bellwether.ingest.webhook.notice.Item;
import dev.bellwether.ingest.webhook.notice.Meaning;
import dev.bellwether.ingest.webhook.notice.Unmapped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StripeTranslationTest {

    private static final StripeTranslation STRIPE =
            new StripeTranslation(new StripeVocabulary("bellwether_account", Unmapped.ID, ZoneOffset.UTC));

    /** As of 2025-03-31.basil: the invoice names its subscription elsewhere, the subscription has its period on its items. */
    private static final String NEW_SHAPE = """
            {"id":"evt_n","object":"event","api_version":"2026-07-29.dahlia","created":1767225600,"type":"TYPE",
             "data":{"object":OBJECT}}""";

    @Test
    void a_paid_invoice() {
        Claim claim = claims(translated("stripe/2020-08-27.invoice.paid.json")).getFirst();

        assertThat(claim.id()).isEqualTo("evt_000000000000000000000000");
        assertThat(claim.at()).isEqualTo(Instant.ofEpochSecond(1_648_320_015));
        assertThat(claim.owner().customers()).containsExactly("cus_00000000000000");
        InvoiceChanged invoice = fact(claim, InvoiceChanged.class);
        assertThat(invoice.invoiceId()).isEqualTo("in_000000000000000000000000");
        assertThat(invoice.amount()).isEqualTo(2000);
        assertThat(invoice.currency()).isEqualTo("USD");
        assertThat(invoice.status()).isEqualTo(InvoiceStatus.PAID);
        assertThat(invoice.issuedOn()).isEqualTo("2022-03-26");
        assertThat(invoice.dueOn()).isEqualTo("2022-03-26");
        assertThat(invoice.paidOn()).isEqualTo("2022-03-26");
    }

    @Test
    void a_refused_payment_is_one_failure_of_its_invoice_however_many_events_tell_of_it() {
        List<Claim> ofInvoice = claims(translated("stripe/2020-08-27.invoice.payment_failed.json"));
        List<Claim> ofCharge = claims(translated(withCustomerAndInvoice("stripe/2020-08-27.charge.failed.json")));
        List<Claim> ofIntent =
                claims(translated(withCustomerAndInvoice("stripe/2020-08-27.payment_intent.payment_failed.json")));

        assertThat(fact(ofInvoice.getFirst(), InvoiceChanged.class).status()).isEqualTo(InvoiceStatus.OPEN);
        assertThat(List.of(ofInvoice.get(1), ofCharge.getFirst(), ofIntent.getFirst()))
                .allSatisfy(claim -> assertThat(claim.id())
                        .isEqualTo("ch_000000000000000000000000-in_000000000000000000000000-payment-failed"))
                .allSatisfy(claim -> assertThat(fact(claim, PaymentFailed.class).invoiceId())
                        .isEqualTo("in_000000000000000000000000"));
        // kept whichever came first, and counted nowhere
        assertThat(List.of(ofCharge.getLast(), ofIntent.getLast()))
                .allSatisfy(claim -> assertThat(claim.id())
                        .isEqualTo("ch_000000000000000000000000-pi_000000000000000000000000-payment-failed"))
                .extracting(claim -> fact(claim, PaymentFailed.class))
                .allSatisfy(failed -> assertThat(failed.invoiceId()).isEqualTo("pi_000000000000000000000000"))
                .allSatisfy(failed -> assertThat(failed.reason()).isEqualTo("card_declined"));
    }

    /** Neither names the other here, so that only one of them may speak of the invoice. */
    @Test
    void in_newer_versions_the_invoice_alone_tells_its_failure_and_the_payment_the_reason() {
        Claim ofInvoice =
                claims(translated(shaped("invoice.payment_failed", """
                        {"id":"in_77","customer":"cus_1","status":"open","amount_due":5000,"currency":"eur","attempt_count":1}"""))).get(1);
        Claim ofCharge = claims(translated(shaped("charge.failed", """
                        {"id":"ch_1","customer":"cus_1","payment_intent":"pi_1","failure_code":"card_declined"}"""))).getFirst();
        Claim ofIntent =
                claims(translated(shaped("payment_intent.payment_failed", """
                        {"id":"pi_1","customer":"cus_1","latest_charge":"ch_1","last_payment_error":{"code":"card_declined"},
                         "payment_details":{"order_reference":"in_77"}}"""))).getFirst();

        assertThat(fact(ofInvoice, PaymentFailed.class).invoiceId()).isEqualTo("in_77");
        assertThat(List.of(ofCharge, ofIntent))
                .allSatisfy(claim -> assertThat(claim.id()).isEqualTo("ch_1-pi_1-payment-failed"))
                .extracting(claim -> fact(claim, PaymentFailed.class))
                .allSatisfy(failed -> assertThat(failed.invoiceId()).isEqualTo("pi_1"))
                .allSatisfy(failed -> assertThat(failed.reason()).isEqualTo("card_declined"));
        assertThat(ofInvoice.id()).isNotEqualTo(ofCharge.id());
    }

    /** A checkout makes a subscription and activates it in the same second; their ids say nothing of the order. */
    @Test
    void of_one_second_what_changed_an_object_is_later_than_what_made_it_and_its_end_later_yet() {
        Instant second = Instant.ofEpochSecond(1_767_225_600);

        assertThat(at("customer.subscription.created", "")).isEqualTo(second);
        assertThat(at("customer.subscription.updated", ",\"previous_attributes\":{\"status\":\"incomplete\"}"))
                .isAfter(second)
                .isBefore(at("customer.subscription.deleted", ""));
        assertThat(at("customer.subscription.deleted", "")).isBefore(second.plusSeconds(1));
    }

    private static Instant at(String type, String more) {
        String event = NEW_SHAPE
                .replace("TYPE", type)
                .replace("OBJECT", "{\"id\":\"sub_1\",\"customer\":\"cus_1\",\"status\":\"active\"}" + more);
        return claims(STRIPE.translate(event.getBytes(UTF_8), null, Instant.EPOCH))
                .getFirst()
                .at();
    }

    @Test
    void a_trial_of_ten_seats_a_month() {
        Claim claim = claims(translated("stripe/2022-11-15.customer.subscription.created.json"))
                .getFirst();

        ContractChanged contract = fact(claim, ContractChanged.class);
        assertThat(contract.contractId()).isEqualTo("sub_1MhUZrE0b6fckueSZfQ2Ytz6");
        assertThat(contract.kind()).isEqualTo(ContractKind.TRIAL);
        assertThat(contract.status()).isEqualTo(ContractStatus.ACTIVE);
        assertThat(contract.lines()).containsExactly(new ContractLine("prod_MnXpcVDdQq8wCY", 10 * 700 * 12));
        assertThat(contract.currency()).isEqualTo("USD");
        assertThat(contract.startsOn()).isEqualTo("2023-03-03");
        assertThat(contract.endsOn()).isEqualTo("2023-04-01");
        assertThat(contract.autoRenew()).isTrue();
    }

    @Test
    void a_trial_that_ends_soon_in_an_old_shape_with_plans() {
        ContractChanged contract = fact(
                claims(translated("stripe/2020-08-27.customer.subscription.trial_will_end.json"))
                        .getFirst(),
                ContractChanged.class);

        assertThat(contract.kind()).isEqualTo(ContractKind.TRIAL);
        assertThat(contract.endsOn()).isEqualTo("2013-10-08");
        assertThat(contract.lines())
                .containsExactly(
                        new ContractLine("pr_00000000000000", 100 * 12),
                        new ContractLine("pr_00000000000001", 200 * 5 * 12));
    }

    @Test
    void a_subscription_that_was_ended() {
        ContractChanged contract = fact(
                claims(translated("stripe/2020-08-27.customer.subscription.deleted.json"))
                        .getFirst(),
                ContractChanged.class);

        assertThat(contract.kind()).isEqualTo(ContractKind.SUBSCRIPTION);
        assertThat(contract.status()).isEqualTo(ContractStatus.ENDED);
        assertThat(contract.cancelledOn()).isEqualTo("2022-03-26");
        assertThat(contract.endsOn()).isEqualTo("2022-03-26");
        assertThat(contract.autoRenew()).isFalse();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "goes on               | `status`:`active`                                                  | ACTIVE    | 2026-01-31 | true  | ",
                "late payment          | `status`:`past_due`                                                | ACTIVE    | 2026-01-31 | true  | ",
                "ends with its period  | `status`:`active`,`cancel_at_period_end`:true,`canceled_at`:1767312000 | CANCELLED | 2026-01-31 | false | 2026-01-02",
                "ends on a day         | `status`:`active`,`cancel_at`:1768500000,`canceled_at`:1767312000  | CANCELLED | 2026-01-15 | false | 2026-01-02",
                "ended                 | `status`:`canceled`,`ended_at`:1768500000                          | ENDED     | 2026-01-15 | false | 2026-01-15",
                "never paid            | `status`:`incomplete_expired`                                      | DRAFT     | 2026-01-31 | true  | ",
                "not paid yet          | `status`:`incomplete`                                              | DRAFT     | 2026-01-31 | true  | ",
                "paused by request     | `status`:`paused`,`status_details`:{`paused`:{`subscription`:{`type`:`pause_requested`}}} |           | 2026-01-31 | false | ",
                "a status of tomorrow  | `status`:`dreaming`                                                |           | 2026-01-31 | true  | "
            })
    void what_becomes_of_a_subscription(
            String name,
            String fields,
            ContractStatus status,
            LocalDate endsOn,
            boolean autoRenew,
            LocalDate cancelledOn) {
        String object = """
                {"id":"sub_n","object":"subscription","customer":{"id":"cus_n","object":"customer"},"currency":"eur",%s,
                 "items":{"data":[{"quantity":3,"current_period_start":1767225600,"current_period_end":1769904000,
                   "price":{"nickname":"Pro","unit_amount":null,"unit_amount_decimal":"1050.5","recurring":
                     {"interval":"month","interval_count":3}}}]}}""".formatted(fields.replace('`', '"'));

        Claim claim = claims(translated(shaped("customer.subscription.updated", object)))
                .getFirst();

        ContractChanged contract = fact(claim, ContractChanged.class);
        assertThat(claim.owner().customers()).containsExactly("cus_n");
        assertThat(contract.kind()).isEqualTo(ContractKind.SUBSCRIPTION);
        assertThat(contract.status()).isEqualTo(status);
        assertThat(contract.startsOn()).isEqualTo("2026-01-01");
        assertThat(contract.endsOn()).isEqualTo(endsOn);
        assertThat(contract.autoRenew()).isEqualTo(autoRenew);
        assertThat(contract.cancelledOn()).isEqualTo(cancelledOn);
        assertThat(contract.lines()).containsExactly(new ContractLine("Pro", 12_606)); // 3 × 1050.5 × 4
    }

    /** Tried from 2026-01-01 until 2026-01-15 00:00; who goes on pays from then on. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "runs                  | `status`:`trialing`                             | 1767225600 | TRIAL        | ACTIVE | 2026-01-14",
                "runs, and ends later  | `status`:`trialing`,`cancel_at`:1772323200      | 1767225600 | TRIAL        | CANCELLED | 2026-01-14",
                "left                  | `status`:`canceled`,`ended_at`:1767571200       | 1767225600 | TRIAL        | ENDED  | 2026-01-05",
                "left, no period       | `status`:`canceled`,`ended_at`:1767571200       |            | TRIAL        | ENDED  | 2026-01-05",
                "left at its end       | `status`:`canceled`,`ended_at`:1768435200       | 1767225600 | TRIAL        | ENDED  | 2026-01-14",
                "cleared away later    | `status`:`canceled`,`ended_at`:1768878000       | 1767225600 | TRIAL        | ENDED  | 2026-01-14",
                "ran out, in old words | `status`:`paused`                               | 1768435200 | TRIAL        |        | 2026-01-14",
                "ran out               | `status`:`paused`,`status_details`:{`paused`:{`subscription`:{`type`:`trial_end_without_payment_method`}}} | 1768435200 | TRIAL | | 2026-01-14",
                "paused while tried    | `status`:`paused`,`status_details`:{`paused`:{`subscription`:{`type`:`pause_requested`}}} | 1767225600 | TRIAL | | 2026-01-14",
                "paused as a customer  | `status`:`paused`,`status_details`:{`paused`:{`subscription`:{`type`:`final_payment_failure`}}} | 1768435200 | SUBSCRIPTION | | 2026-02-14",
                "goes on               | `status`:`active`                               | 1768435200 | SUBSCRIPTION | ACTIVE | 2026-02-14",
                "lost as a customer    | `status`:`canceled`,`ended_at`:1768878000       | 1768435200 | SUBSCRIPTION | ENDED  | 2026-01-20"
            })
    void what_becomes_of_a_trial(
            String name, String fields, Long from, ContractKind kind, ContractStatus status, LocalDate endsOn) {
        String object = """
                {"id":"sub_n","customer":"cus_n","start_date":1767225600,"trial_start":1767225600,"trial_end":1768435200,%s,
                 "items":{"data":[{"price":{"unit_amount":100,"recurring":{"interval":"month"}}%s}]}}""".formatted(
                        fields.replace('`', '"'),
                        from == null
                                ? ""
                                : ",\"current_period_start\":" + from + ",\"current_period_end\":"
                                        + (from == 1_768_435_200 ? 1_771_113_600 : 1_768_435_200));

        ContractChanged contract = fact(
                claims(translated(shaped("customer.subscription.updated", object)))
                        .getFirst(),
                ContractChanged.class);

        assertThat(contract.kind()).isEqualTo(kind);
        assertThat(contract.status()).isEqualTo(status);
        assertThat(contract.endsOn()).isEqualTo(endsOn);
        assertThat(contract.startsOn()).isEqualTo(kind == ContractKind.TRIAL ? "2026-01-01" : "2026-01-15");
    }

    /** A customer since 2023 is given 2026-03-01 to 2026-04-01 for nothing, and may leave meanwhile. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "while in it              | `status`:`trialing`,`trial_start`:1772323200,`start_date`:1672531200 | ACTIVE | 2026-03-31",
                "cancelled in it          | `status`:`canceled`,`ended_at`:1773576000,`trial_start`:1772323200,`start_date`:1672531200 | ENDED | 2026-03-15",
                "paused in it             | `status`:`paused`,`trial_start`:1772323200,`start_date`:1672531200   |        | 2026-03-31",
                "in it, no start told     | `status`:`trialing`,`start_date`:1672531200                          | ACTIVE | 2026-03-31",
                "in it, no date but made  | `status`:`trialing`,`trial_start`:1772323200,`created`:1672531200    | ACTIVE | 2026-03-31"
            })
    void a_month_of_goodwill_makes_no_trial_of_a_customer(
            String name, String fields, ContractStatus status, LocalDate endsOn) {
        String object = """
                {"id":"sub_n","customer":"cus_n","trial_end":1775001600,%s,
                 "items":{"data":[{"current_period_start":1772323200,"current_period_end":1775001600,
                   "price":{"unit_amount":100,"recurring":{"interval":"month"}}}]}}""".formatted(fields.replace('`', '"'));

        ContractChanged contract = fact(
                claims(translated(shaped("customer.subscription.updated", object)))
                        .getFirst(),
                ContractChanged.class);

        assertThat(contract.kind()).isEqualTo(ContractKind.SUBSCRIPTION);
        assertThat(contract.status()).isEqualTo(status);
        assertThat(contract.startsOn()).isEqualTo("2026-03-01");
        assertThat(contract.endsOn()).isEqualTo(endsOn);
    }

    /** One item is paid by the year until 2027-01-01, the other by the month until 2026-02-01. */
    @ParameterizedTest
    @CsvSource({"1, 2", "2, 1"})
    void a_term_ends_when_the_first_of_its_items_does(int first, int second) {
        String item =
                "{\"current_period_start\":%d,\"current_period_end\":%d,\"plan\":{\"amount\":1,\"interval\":\"year\"}}";
        List<String> items =
                List.of(item.formatted(1_767_225_600, 1_798_761_600), item.formatted(1_767_225_700, 1_769_904_000));
        String object = "{\"id\":\"sub_n\",\"customer\":\"cus_n\",\"status\":\"active\",\"items\":{\"data\":["
                + items.get(first - 1) + "," + items.get(second - 1) + "]}}";

        ContractChanged contract = fact(
                claims(translated(shaped("customer.subscription.updated", object)))
                        .getFirst(),
                ContractChanged.class);

        assertThat(contract.startsOn()).isEqualTo("2026-01-01");
        assertThat(contract.endsOn()).isEqualTo("2026-01-31");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "paid             | `paid`:true,`closed`:true                    | PAID",
                "to be collected  | `paid`:false,`closed`:false,`forgiven`:false | OPEN",
                "given up         | `paid`:false,`closed`:true,`forgiven`:false  | VOID",
                "forgiven         | `paid`:false,`closed`:true,`forgiven`:true   | UNCOLLECTIBLE"
            })
    void an_invoice_of_a_version_before_there_were_statuses(String name, String flags, InvoiceStatus status) {
        String object =
                "{\"id\":\"in_1\",\"customer\":\"cus_1\",\"amount_due\":5,%s}".formatted(flags.replace('`', '"'));

        assertThat(fact(claims(translated(shaped("invoice.updated", object))).getFirst(), InvoiceChanged.class)
                        .status())
                .isEqualTo(status);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "a year                | `unit_amount`:120000,`recurring`:{`interval`:`year`,`interval_count`:1}  | 2 | 240000",
                "two years             | `unit_amount`:120000,`recurring`:{`interval`:`year`,`interval_count`:2}  | 1 | 60000",
                "a week                | `unit_amount`:100,`recurring`:{`interval`:`week`,`interval_count`:1}     | 1 | 5200",
                "a day                 | `unit_amount`:10,`recurring`:{`interval`:`day`,`interval_count`:1}       | 1 | 3650",
                "half a year           | `unit_amount`:600,`recurring`:{`interval`:`month`,`interval_count`:6}    | 1 | 1200",
                "packages of ten       | `unit_amount`:100,`recurring`:{`interval`:`year`},`transform_quantity`:{`divide_by`:10,`round`:`up`} | 11 | 200",
                "once                  | `unit_amount`:100,`recurring`:null                                       | 1 | 0",
                "metered               | `unit_amount`:2900,`recurring`:{`interval`:`month`,`usage_type`:`metered`} | 1 | 0",
                "metered, an old plan  | `amount`:2900,`interval`:`month`,`usage_type`:`metered`                  | 1 | 0",
                "licensed              | `unit_amount`:2900,`recurring`:{`interval`:`month`,`usage_type`:`licensed`} | 1 | 34800",
                "in tiers              | `unit_amount`:null,`recurring`:{`interval`:`month`}                      | 1 | 0"
            })
    void a_price_in_twelve_months(String name, String price, int quantity, long annualAmount) {
        String object = """
                {"id":"sub_n","customer":"cus_n","status":"active","items":{"data":[{"quantity":%d,"price":
                  {"product":"prod_1","currency":"chf",%s}}]}}""".formatted(quantity, price.replace('`', '"'));

        ContractChanged contract = fact(
                claims(translated(shaped("customer.subscription.created", object)))
                        .getFirst(),
                ContractChanged.class);

        assertThat(contract.lines()).containsExactly(new ContractLine("prod_1", annualAmount));
        assertThat(contract.currency()).isEqualTo("CHF");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "its own                  | `metadata`:{`bellwether_account`:`acme`}",
                "its subscription`s       | `parent`:{`subscription_details`:{`subscription`:`sub_1`,`metadata`:{`bellwether_account`:`acme`}}}",
                "its subscription`s, 2023 | `subscription`:`sub_1`,`subscription_details`:{`metadata`:{`bellwether_account`:`acme`}}"
            })
    void metadata_names_the_account_and_teaches_whose_the_customer_is(String name, String fields) {
        String object = """
                {"id":"in_n","customer":"cus_n","status":"open","amount_due":5000,"currency":"eur","due_date":1768500000,%s}""".formatted(fields.replace('`', '"'));

        Meaning meaning =
                translated(shaped("invoice.finalized", object)).getFirst().meaning();

        assertThat(meaning).isInstanceOfSatisfying(Meaning.Told.class, told -> {
            assertThat(told.claims().getFirst().owner().accounts()).containsExactly("acme");
            assertThat(told.lessons())
                    .singleElement()
                    .satisfies(lesson -> assertThat(lesson.customer()).isEqualTo("cus_n"));
            assertThat(fact(told.claims().getFirst(), InvoiceChanged.class).dueOn())
                    .isEqualTo("2026-01-15");
        });
    }

    @Test
    void a_customer_tells_its_account_and_its_name_when_that_is_new() {
        String created = shaped("customer.created", """
                {"id":"cus_n","name":"Acme","currency":null,"metadata":{"bellwether_account":"acme"}}""");
        Meaning.Told told = (Meaning.Told) translated(created).getFirst().meaning();

        assertThat(told.lessons())
                .singleElement()
                .satisfies(lesson -> assertThat(lesson.customer()).isEqualTo("cus_n"));
        assertThat(fact(told.claims().getFirst(), AccountDescribed.class).name())
                .isEqualTo("Acme");
        AccountDescribed updated = fact(
                claims(translated("stripe/2022-11-15.customer.updated.json")).getFirst(), AccountDescribed.class);
        assertThat(updated.name()).isNull();
        assertThat(updated.currency()).isEqualTo("USD");
    }

    @Test
    void objects_of_the_newest_version_are_read() {
        assertThat(claims(translated(shaped("customer.subscription.updated", text("stripe/subscription.json")))))
                .singleElement()
                .satisfies(
                        claim -> assertThat(fact(claim, ContractChanged.class).contractId())
                                .isEqualTo("sub_1Pgc6rB7WZ01zgkWNy0Cn5nw"));
        String open = text("stripe/invoice.json").replace("\"status\": \"draft\"", "\"status\": \"open\"");
        assertThat(claims(translated(shaped("invoice.overdue", open))))
                .singleElement()
                .satisfies(claim ->
                        assertThat(fact(claim, InvoiceChanged.class).amount()).isEqualTo(1000));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2020-08-27.charge.succeeded",
                "2020-08-27.charge.failed", // of a guest
                "2020-08-27.invoice.created", // a draft
                "2020-08-27.invoice.updated", // a draft
                "2020-08-27.invoice.upcoming",
                "2020-08-27.customer.created", // without a name
                "2020-08-27.customer.deleted",
                "2020-08-27.checkout.session.completed",
                "2020-08-27.subscription_schedule.created"
            })
    void what_has_no_use_is_unused(String name) {
        assertThat(translated("stripe/" + name + ".json"))
                .singleElement()
                .satisfies(item -> assertThat(item.meaning()).isEqualTo(Meaning.UNUSED));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}                                            | /type",
                "{`type`:`invoice.paid`,`created`:1,`data`:{`object`:{}}} | /id",
                "{`type`:`invoice.paid`,`id`:`e`,`created`:`x`,`data`:{`object`:{}}} | /created",
                "{`type`:`invoice.paid`,`id`:`e`,`created`:1}  | /data/object",
                "{`type`:                                      | ''",
                "[1]                                           | /type"
            })
    void what_is_no_event_of_stripe_is_wrong(String body, String pointer) {
        assertThat(translated(body.replace('`', '"')).getFirst().meaning())
                .isInstanceOfSatisfying(
                        Meaning.Wrong.class,
                        wrong -> assertThat(wrong.problems())
                                .first()
                                .satisfies(
                                        problem -> assertThat(problem.pointer()).isEqualTo(pointer)));
    }

    private static List<Item> translated(String nameOrBody) {
        String body = nameOrBody.endsWith(".json") ? text(nameOrBody) : nameOrBody;
        return STRIPE.translate(body.getBytes(UTF_8), "application/json", Instant.EPOCH);
    }

    private static String withCustomerAndInvoice(String name) {
        return text(name)
                .replace("\"customer\": null", "\"customer\": \"cus_1\"")
                .replace("\"invoice\": null", "\"invoice\": \"in_000000000000000000000000\"");
    }

    private static String shaped(String type, String object) {
        return NEW_SHAPE.replace("TYPE", type).replace("OBJECT", object);
    }
}
