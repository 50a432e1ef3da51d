package dev.bellwether.alert.policy.telling;

import dev.bellwether.alert.policy.people.Person;
import java.util.List;

/**
 * News that leave together.
 *
 * @param cases what matters most first; at least one
 */
public sealed interface Parcel {

    List<Case> cases();

    Person person();

    /** One message about one account. */
    record Letter(Verdict.Tell tell, List<Case> cases) implements Parcel {
        public Letter {
            cases = cases.stream().sorted(Case.BY_WEIGHT).toList();
        }

        @Override
        public Person person() {
            return tell.person();
        }
    }

    /** One message about many accounts, in the place of many. */
    record Sack(Person person, List<Case> cases) implements Parcel {
        public Sack {
            cases = cases.stream().sorted(Case.BY_WEIGHT).toList();
        }
    }

    /**
     * The end of an alert, for everybody who heard of it.
     *
     * @param quiet whether it is one of so many that it is only shown where what was told can be edited, and in the digest
     */
    record Farewell(Verdict.Tell tell, List<Case> cases, boolean quiet) implements Parcel {
        public Farewell {
            cases = List.copyOf(cases);
        }

        @Override
        public Person person() {
            return tell.person();
        }
    }
}
