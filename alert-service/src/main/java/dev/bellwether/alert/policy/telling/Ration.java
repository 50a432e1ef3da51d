package dev.bellwether.alert.policy.telling;

import java.util.List;

/**
 * What becomes of all that is to be told to one person now.
 *
 * @param leaving now
 * @param beyondBudget what only the digest tells
 */
record Ration(List<Parcel> leaving, List<Waiting> waiting, List<Parcel.Letter> beyondBudget) {

    Ration {
        leaving = List.copyOf(leaving);
        waiting = List.copyOf(waiting);
        beyondBudget = List.copyOf(beyondBudget);
    }

    /** A letter that leaves later, perhaps as part of something else. */
    record Waiting(Parcel.Letter letter, Verdict.Wait verdict) {}
}
