package dev.bellwether.contracts;

import org.jspecify.annotations.Nullable;

/**
 * A user answered a survey. Immutable; a newer answer of the same user and kind supersedes.
 *
 * @param score 0 … scale for NPS, 1 … scale otherwise; for CES the top of the scale means no effort
 * @param scale the highest possible score: 10 (NPS), 5 (CSAT), 7 (CES) unless the event says otherwise
 */
public record SurveyAnswered(
        Occurrence occurrence,
        String userId,
        SurveyKind kind,
        int score,
        int scale,
        @Nullable String comment) implements Fact {

    static SurveyAnswered read(Occurrence occurrence, Fields fields) {
        SurveyKind kind = fields.required("kind", fields.oneOf("kind", SurveyKind.class), SurveyKind.NPS);
        int scale = fields.orElse(
                kind.scaleIsFixed()
                        ? fields.integer("scale", kind.scale(), kind.scale())
                        : fields.integer("scale", 2, 100),
                kind.scale());
        return new SurveyAnswered(
                occurrence,
                fields.required("userId", fields.text("userId")),
                kind,
                fields.required("score", fields.integer("score", kind.lowest(), scale), kind.lowest()),
                scale,
                fields.longText("comment"));
    }

    void write(Json json) {
        json.text("userId", userId).constant("kind", kind).integer("score", score);
        json.integer("scale", scale).text("comment", comment);
    }
}
