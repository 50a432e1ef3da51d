package dev.bellwether.alert.people;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bellwether.alert.document.Forms;
import dev.bellwether.alert.document.Lint;
import dev.bellwether.alert.policy.people.Absence;
import dev.bellwether.alert.policy.people.Calendar;
import dev.bellwether.alert.policy.people.DigestTimes;
import dev.bellwether.alert.policy.people.Hours;
import dev.bellwether.alert.policy.people.Person;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What was said of a person, as it was written. */
public record PersonDocument(JsonNode json) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String A_TIME = "a time such as 09:00";
    private static final String A_DAY = "a day such as 2026-12-24, in the years 2000 to 2099";
    private static final String A_WEEKDAY = "a day of the week such as monday";

    /** A document that was kept. */
    public static PersonDocument kept(String json) {
        try {
            return new PersonDocument(JSON.readTree(json));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a kept person is not read any more", e);
        }
    }

    /**
     * The person.
     *
     * @param usual time zone where the document names none
     * @throws dev.bellwether.alert.document.Faulty when the document has faults
     */
    public Person person(String email, ZoneId usual) {
        return Lint.read(json, lint -> {
            lint.text("email"); // shown in the list; the address decides
            ZoneId zone = lint.parsed("zone", ZoneId::of, "a time zone such as Europe/Berlin")
                    .orElse(usual);
            Calendar calendar = new Calendar(
                    zone,
                    lint.object("workHours", PersonDocument::week).orElse(Map.of()),
                    lint.several("holidays", Forms::date, A_DAY),
                    lint.objects("absences", PersonDocument::absence));
            Optional<String> deputy = lint.parsed("deputy", Forms::email, Forms.AN_EMAIL);
            if (deputy.filter(email::equalsIgnoreCase).isPresent()) {
                lint.fault("deputy", "must be somebody else");
            }
            return new Person(
                    email,
                    lint.text("slackId"),
                    calendar,
                    deputy,
                    lint.parsed("manager", Forms::email, Forms.AN_EMAIL),
                    lint.object("digest", PersonDocument::digest).orElse(DigestTimes.USUAL),
                    lint.whole("weeklyBudget", 0, 10_000),
                    lint.several("channels", Forms::channel, Forms.A_CHANNEL));
        });
    }

    private static Map<DayOfWeek, Hours> week(Lint lint) {
        Map<DayOfWeek, Hours> week = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            lint.object(day.name().toLowerCase(Locale.ROOT), PersonDocument::hours)
                    .ifPresent(hours -> week.put(day, hours));
        }
        return week;
    }

    private static Hours hours(Lint lint) {
        return new Hours(
                lint.required("from", LocalTime::parse, A_TIME, LocalTime.MIDNIGHT),
                lint.required("until", PersonDocument::end, A_TIME, LocalTime.MIDNIGHT));
    }

    private static LocalTime end(String text) {
        return text.equals("24:00") ? LocalTime.MIDNIGHT : LocalTime.parse(text);
    }

    private static Absence absence(Lint lint) {
        LocalDate from = lint.required("from", Forms::date, A_DAY, LocalDate.EPOCH);
        return new Absence(from, lint.required("until", Forms::date, A_DAY, from));
    }

    private static DigestTimes digest(Lint lint) {
        LocalTime at = lint.parsed("at", LocalTime::parse, A_TIME).orElse(DigestTimes.USUAL.at());
        Optional<DayOfWeek> weekly = lint.parsed("weekly", Forms::day, A_WEEKDAY);
        boolean none = lint.flag("noWeekly");
        return new DigestTimes(at, none ? Optional.empty() : weekly.or(DigestTimes.USUAL::weekly));
    }
}
