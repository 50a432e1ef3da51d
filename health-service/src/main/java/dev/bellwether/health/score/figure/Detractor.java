package dev.bellwether.health.score.figure;

import dev.bellwether.contracts.SurveyAnswered;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * A user whose newest answer to "would you recommend us?" is 6 or less and at most 30 days old.
 *
 * @param answerId id of the answer
 * @param score 0 … 6
 */
public record Detractor(String userId, String answerId, int score, boolean champion) {

    static final int DAYS = 30;

    static List<Detractor> among(List<SurveyAnswered> newestOfEachUser, Set<String> champions) {
        return newestOfEachUser.stream()
                .filter(Nps::isDetractor)
                .map(answer -> new Detractor(
                        answer.userId(), answer.id(), answer.score(), champions.contains(answer.userId())))
                .sorted(Comparator.comparingInt(Detractor::score).thenComparing(Detractor::answerId))
                .toList();
    }
}
