package dev.bellwether.alert.email;

import dev.bellwether.alert.AlertSettings;
import dev.bellwether.alert.action.Action;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The links of mails that do something: signed, for one person, and for some time. */
@ApplicationScoped
class Links {

    private final AlertSettings.Links settings;
    private final InstantSource clock;
    private final Optional<LinkSigner> signer;

    Links(AlertSettings settings, InstantSource clock) {
        this.settings = settings.links();
        this.clock = clock;
        this.signer = this.settings.secret().map(LinkSigner::new);
    }

    /** Made at start: a secret that is too short is said then, and not by each mail. */
    void start(@Observes StartupEvent started) {}

    /** What the recipient can do about an alert; nothing where links are not set up. */
    List<NamedLink> about(UUID alert, String email, boolean stands) {
        List<Action> actions = stands
                ? List.of(Action.ACKNOWLEDGE, Action.SNOOZE_THREE_DAYS, Action.USEFUL, Action.KNOWN, Action.FALSE_ALARM)
                : List.of(Action.USEFUL, Action.KNOWN, Action.FALSE_ALARM);
        return actions.stream()
                .flatMap(action -> url(new Purpose.Act(action), alert, email).stream()
                        .map(url -> new NamedLink(action.shortly(), url)))
                .toList();
    }

    /** A link by which the recipient gets no mails, or mails again. */
    Optional<String> about(Purpose purpose, String email) {
        return url(purpose, Link.NO_ALERT, email);
    }

    private Optional<String> url(Purpose purpose, UUID alert, String email) {
        return signer.flatMap(signs -> settings.url().map(base -> {
            Link link = new Link(purpose, alert, email, clock.instant().plus(settings.validFor()));
            String slash = base.toString().endsWith("/") ? "" : "/";
            return base + slash + "mail/" + signs.token(link);
        }));
    }

    /** What a token says; nothing of one that was not made here. */
    Optional<Link> read(String token) {
        return signer.flatMap(signs -> signs.read(token));
    }
}
