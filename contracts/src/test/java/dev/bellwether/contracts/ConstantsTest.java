package dev.bellwether.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;

/** The words that are on logs and in tables already: a constant may be renamed, its word may not. */
class ConstantsTest {

    static final List<Arguments> WORDS = List.of(
            Arguments.of(Band.values(), "red yellow green unknown"),
            Arguments.of(Severity.values(), "info low medium high critical"),
            Arguments.of(
                    FlagKind.values(),
                    "USAGE_DROP LOW_ADOPTION INACTIVE LATE_PAYMENT PAYMENT_FAILED TICKET_SPIKE URGENT_TICKET DETRACTOR"
                            + " NEGATIVE_MENTION CHAMPION_SILENT SCORE_DROP RED ONBOARDING_STALLED EXPANSION_READY ADVOCATE"),
            Arguments.of(SurveyKind.values(), "NPS CSAT CES"),
            Arguments.of(ContractKind.values(), "subscription trial"),
            Arguments.of(ContractStatus.values(), "draft active cancelled ended"),
            Arguments.of(InvoiceStatus.values(), "open paid void uncollectible"),
            Arguments.of(TicketStatus.values(), "open pending solved"),
            Arguments.of(Priority.values(), "low normal high urgent"),
            Arguments.of(AccountStatus.values(), "active churned"));

    @ParameterizedTest
    @FieldSource("WORDS")
    void a_constant_keeps_its_word(Constant[] constants, String words) {
        assertThat(Arrays.stream(constants).map(Constant::json)).containsExactly(words.split(" "));
    }
}
