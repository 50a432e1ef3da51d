package dev.bellwether.local.command;

import com.fasterxml.jackson.databind.JsonNode;

/** Says for people what the health service answered, and what to do next. */
final class LetterProblem {

    private LetterProblem() {}

    static String text(int status, JsonNode problem) {
        StringBuilder text = new StringBuilder(problem.path("title").asText("the health service answered " + status));
        if (problem.hasNonNull("detail")) {
            text.append(": ").append(problem.path("detail").asText());
        }
        problem.path("errors")
                .forEach(error -> text.append("\n  ")
                        .append(error.path("pointer").asText())
                        .append(' ')
                        .append(error.path("detail").asText()));
        String next = next(status, problem.path("type").asText());
        return (next.isEmpty() ? text : text.append('\n').append(next)).toString();
    }

    private static String next(int status, String type) {
        if (type.endsWith("/already-replayed")) {
            return "./bellwether dead-letters replay ID --force sends it once more";
        }
        return switch (status) {
            case 400 -> "./bellwether dead-letters list shows ids";
            case 401, 403 ->
                "the token in local.json is not accepted: is this the data folder (BELLWETHER_HOME) of the run that answers?";
            case 404 ->
                "./bellwether dead-letters list shows what there is; letters go when the topic's retention has passed";
            case 422 -> "repair the event (./bellwether dead-letters show ID) and send it again with the same id";
            case 503 -> "./bellwether status shows what is not running";
            default -> "";
        };
    }
}
