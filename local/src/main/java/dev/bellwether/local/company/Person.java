package dev.bellwether.local.company;

import java.time.LocalDate;
import java.util.List;

/**
 * Somebody who works at a customer and uses the product.
 *
 * @param number counted from 0 within the customer
 * @param diligence the chance of being active on a working day, 0…1
 * @param features what this person uses, the favourite first
 * @param joined the first day in the product
 * @param lastDay the last day of any activity; {@link LocalDate#MAX} while there is no end to it
 */
record Person(
        int number,
        String id,
        String name,
        String email,
        String role,
        boolean champion,
        double diligence,
        List<String> features,
        LocalDate joined,
        LocalDate lastDay) {

    Person {
        features = List.copyOf(features);
    }

    boolean worksOn(LocalDate day) {
        return !day.isBefore(joined) && !day.isAfter(lastDay);
    }

    Person joining(LocalDate day) {
        return new Person(number, id, name, email, role, champion, diligence, features, day, lastDay);
    }

    Person leaving(LocalDate day) {
        return new Person(number, id, name, email, role, champion, diligence, features, joined, day);
    }

    Person withDiligence(double changed) {
        return new Person(number, id, name, email, role, champion, changed, features, joined, lastDay);
    }
}
