package dev.bellwether.ingest.webhook.mapping;

import com.fasterxml.jackson.databind.node.DecimalNode;
import java.math.BigDecimal;

/** A number that was multiplied, and may therefore have a rest where none was meant. */
final class Reckoned extends DecimalNode {

    Reckoned(BigDecimal number) {
        super(number);
    }
}
