package dev.bellwether.ingest.webhook;

import dev.bellwether.contracts.Problem;
import java.util.List;

/**
 * What became of a webhook. It says 200 also when nothing could be understood: the sender could only repeat the same.
 *
 * @param accepted facts on the log
 * @param parked facts that wait for their account to become known
 * @param unused items that have no use for us
 * @param rejected items that became dead letters, and why
 */
record WebhookAnswer(int accepted, int parked, int unused, List<Rejected> rejected) {

    WebhookAnswer {
        rejected = List.copyOf(rejected);
    }

    /**
     * @param index place in the request, from 0
     */
    record Rejected(int index, List<Problem> errors) {

        Rejected {
            errors = List.copyOf(errors);
        }
    }
}
