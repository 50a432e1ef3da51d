package dev.bellwether.local.company;

import dev.bellwether.local.company.Staff.Csm;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/**
 * An account of the vendor.
 *
 * @param number counted from 0
 * @param id the account id
 * @param since the day on which it became known
 * @param people its users; the first is the champion
 */
public record Customer(
        int number,
        String id,
        String name,
        Story story,
        Csm owner,
        Profile profile,
        LocalDate since,
        Agreement agreement,
        List<Person> people) {

    public Customer {
        people = List.copyOf(people);
    }

    /** What kind of company it is. */
    public record Profile(String segment, int seats, String currency, ZoneId zone) {}

    /**
     * Its contract.
     *
     * @param kind subscription or trial
     * @param annualAmount in minor units of the account's currency
     */
    public record Agreement(
            String kind, LocalDate startsOn, LocalDate endsOn, int noticeDays, boolean autoRenew, long annualAmount) {}

    /** How many people use the product now. */
    public int headcount() {
        return people.size();
    }
}
