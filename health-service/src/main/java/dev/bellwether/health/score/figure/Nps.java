package dev.bellwether.health.score.figure;

import dev.bellwether.contracts.SurveyAnswered;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Net promoter score.
 *
 * @param value % of promoters (9, 10) minus % of detractors (0 … 6), −100 … 100
 * @param answers how many it rests on, at least 1
 * @param margin half the width of its 95 % interval, in points
 */
public record Nps(double value, int answers, double margin) {

    private static final int PROMOTER_FROM = 9;
    private static final int DETRACTOR_UP_TO = 6;
    private static final double NORMAL_95 = 1.96;

    static @Nullable Nps of(List<SurveyAnswered> newestOfEachUser) {
        int n = newestOfEachUser.size();
        if (n == 0) {
            return null;
        }
        long promoters = newestOfEachUser.stream()
                .filter(answer -> answer.score() >= PROMOTER_FROM)
                .count();
        long detractors = newestOfEachUser.stream().filter(Nps::isDetractor).count();
        return new Nps(100.0 * (promoters - detractors) / n, n, margin(promoters, detractors, n));
    }

    static boolean isDetractor(SurveyAnswered answer) {
        return answer.score() <= DETRACTOR_UP_TO;
    }

    /** 1.96 · √((p + d − (p − d)²) ÷ n) · 100, with the shares p of promoters and d of detractors. */
    private static double margin(long promoters, long detractors, int n) {
        double net = (promoters - detractors) / (double) n;
        double variance = (promoters + detractors) / (double) n - net * net;
        // all of one mind: rounding must not make it negative
        return NORMAL_95 * Math.sqrt(Math.max(0, variance) / n) * 100;
    }
}
