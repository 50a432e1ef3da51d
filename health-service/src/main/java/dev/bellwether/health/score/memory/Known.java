package dev.bellwether.health.score.memory;

import dev.bellwether.contracts.Mentioned;
import dev.bellwether.contracts.PaymentFailed;
import dev.bellwether.contracts.PulseTaken;
import dev.bellwether.contracts.SurveyAnswered;
import it.unimi.dsi.fastutil.longs.LongSet;
import java.time.LocalDate;
import java.util.List;

/**
 * What the rare facts say of an account as of the end of a day, and nothing of what came later. Lists of facts are oldest
 * first, and the facts without texts that no figure looks at (comments, links, reasons); lists of things are in no order.
 *
 * @param internal keys ({@link Hash64}) of the users whose usage does not count
 * @param champions users marked champion, by id
 * @param answers the newest answer of each user to each kind of survey
 */
public record Known(
        LocalDate day,
        Profile profile,
        LongSet internal,
        List<Person> champions,
        List<Invoice> invoices,
        List<PaymentFailed> failures,
        List<Ticket> tickets,
        List<SurveyAnswered> answers,
        List<Mentioned> mentions,
        List<PulseTaken> pulses) {}
