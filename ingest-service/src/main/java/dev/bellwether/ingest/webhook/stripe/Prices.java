package dev.bellwether.ingest.webhook.stripe;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bellwether.contracts.ContractLine;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a subscription is worth in twelve months, by the list prices of its items, taxes and discounts left out. What is
 * metered or priced in tiers has no amount before it is used, and counts as nothing.
 */
final class Prices {

    private static final BigDecimal MOST = BigDecimal.valueOf(1_000_000_000_000_000L);

    private Prices() {}

    /** A line for each item; null when the event does not show any. */
    static @Nullable List<ContractLine> lines(StripeObject subscription) {
        List<ContractLine> lines = new ArrayList<>();
        for (JsonNode item : subscription.node().at("/items/data")) {
            lines.add(line(item));
        }
        if (lines.isEmpty() && subscription.node().path("plan").isObject()) { // one plan and no items, long ago
            lines.add(line(subscription.node()));
        }
        return lines.isEmpty() ? null : lines;
    }

    static @Nullable String currency(StripeObject subscription) {
        return subscription.currency(
                "/currency", "/items/data/0/price/currency", "/items/data/0/plan/currency", "/plan/currency");
    }

    private static ContractLine line(JsonNode item) {
        StripeObject price = new StripeObject(item.path("price").isObject() ? item.path("price") : item.path("plan"));
        String name =
                price.text("/nickname", "/product/name", "/name", "/lookup_key", "/product", "/product/id", "/id");
        return new ContractLine(name == null ? "subscription" : name, annualAmount(item, price));
    }

    /** unit amount × quantity × intervals in a year ÷ intervals that a price is for. */
    private static long annualAmount(JsonNode item, StripeObject price) {
        if ("metered".equals(price.text("/recurring/usage_type", "/usage_type"))) {
            return 0; // its amount is for a unit of use, and how much is used nobody knows
        }
        BigDecimal count = BigDecimal.valueOf(Math.max(
                1, number(price, "/recurring/interval_count", "/interval_count").longValue()));
        BigDecimal amount = number(price, "/unit_amount_decimal", "/unit_amount", "/amount_decimal", "/amount")
                .multiply(units(item, price))
                .multiply(intervals(price))
                .divide(count, 0, RoundingMode.HALF_UP);
        return amount.min(MOST).max(MOST.negate()).longValue();
    }

    /** The quantity, in packages where the price is for packages. */
    private static BigDecimal units(JsonNode item, StripeObject price) {
        JsonNode quantity = item.path("quantity");
        BigDecimal units =
                quantity.isIntegralNumber() && quantity.canConvertToLong() ? quantity.decimalValue() : BigDecimal.ONE;
        BigDecimal size = number(price, "/transform_quantity/divide_by", "/transform_usage/divide_by");
        boolean up = "up".equals(price.text("/transform_quantity/round", "/transform_usage/round"));
        return size.signum() <= 0 ? units : units.divide(size, 0, up ? RoundingMode.CEILING : RoundingMode.FLOOR);
    }

    private static BigDecimal intervals(StripeObject price) {
        String interval = price.text("/recurring/interval", "/interval");
        return BigDecimal.valueOf(
                switch (interval == null ? "" : interval) {
                    case "day" -> 365;
                    case "week" -> 52;
                    case "month" -> 12;
                    case "year" -> 1;
                    default -> 0; // paid once
                });
    }

    /** The first of these that holds a number, a whole one or one as text; else 0. Never one too long to reckon with. */
    private static BigDecimal number(StripeObject object, String... pointers) {
        for (String pointer : pointers) {
            JsonNode value = object.node().at(pointer);
            if (value.isIntegralNumber() && value.canConvertToLong()
                    || value.isTextual() && value.textValue().matches("-?\\d{1,18}(\\.\\d{1,12})?")) {
                return new BigDecimal(value.asText());
            }
        }
        return BigDecimal.ZERO;
    }
}
