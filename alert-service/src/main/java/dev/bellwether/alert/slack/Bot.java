package dev.bellwether.alert.slack;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bellwether.alert.AlertSettings;
import dev.bellwether.alert.delivery.Message;
import dev.bellwether.alert.delivery.Outcome;
import dev.bellwether.alert.delivery.Retryable;
import dev.bellwether.alert.message.AlertMessage;
import dev.bellwether.alert.message.Digest;
import dev.bellwether.alert.message.FollowUp;
import dev.bellwether.alert.message.Group;
import dev.bellwether.alert.message.Recipient;
import dev.bellwether.alert.message.Resolved;
import dev.bellwether.alert.message.Summary;
import dev.bellwether.alert.message.SummaryUpdate;
import dev.bellwether.alert.message.Trouble;
import dev.bellwether.alert.message.Update;
import dev.bellwether.alert.slack.Repeats.Look;
import dev.bellwether.alert.slack.SlackApi.Reply;
import dev.bellwether.alert.wording.Bulletin;
import dev.bellwether.alert.wording.Story;
import dev.bellwether.alert.wording.Words;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Writes as a bot: the message that opens a thread is edited when something changes, and what people must hear of is an
 * answer to it. Editing twice is editing once, so whatever was interrupted is done again.
 */
@ApplicationScoped
class Bot {

    /** The message is gone, or too old to be edited. */
    private static final Set<String> BEYOND_EDITING =
            Set.of("message_not_found", "cant_update_message", "edit_window_closed");

    private final SlackApi api;
    private final People people;
    private final Repeats repeats;
    private final AlertSettings settings;

    Bot(SlackApi api, People people, Repeats repeats, AlertSettings settings) {
        this.api = api;
        this.people = people;
        this.repeats = repeats;
        this.settings = settings;
    }

    Uni<Outcome> send(Message message) {
        Posted opening = Posted.read(message.opening());
        return switch (message.content()) {
            case AlertMessage alert -> post(message);
            case Summary summary -> post(message);
            case SummaryUpdate(Summary summary) ->
                opening.exists() ? edited(opening, message, shown(summary), nothing -> sent()) : sent();
            case Digest digest -> post(message);
            case Trouble trouble -> post(message);
            case Update(Group group) ->
                opening.exists() ? edited(opening, message, shown(group), nothing -> sent()) : sent();
            case FollowUp(Group group, var news, var cause) ->
                opening.exists()
                        ? edited(
                                opening,
                                message,
                                shown(group),
                                there -> there ? answer(opening, message) : post(message))
                        : post(message);
            case Resolved(Group group, var ended) ->
                opening.exists()
                        ? edited(opening, message, shown(group), there -> there ? sent() : post(message))
                        : post(message);
        };
    }

    private static Uni<Outcome> sent() {
        return Uni.createFrom().item(new Outcome.Sent());
    }

    /** Posts it aloud, in the shared channel or to the person. */
    private Uni<Outcome> post(Message message) {
        SlackMessage written = switch (Words.of(message.content(), settings.consoleUrl())) {
            case Story story -> StoryBlocks.of(story, buttons());
            case Bulletin bulletin -> BulletinBlocks.of(bulletin);
        };
        return place(message.recipient()).chain(reply -> switch (reply) {
            case Reply.Failed failed -> Uni.createFrom().item(failed.outcome());
            case Reply.Done done ->
                say(
                        message,
                        written.addressedBy(message)
                                .json()
                                .put("channel", done.answer().path("channel").asText()));
        });
    }

    private boolean buttons() {
        return settings.slack().signingSecret().isPresent();
    }

    /** Whoever was told by a webhook, before there was a bot, reads what follows where the bot writes now. */
    private Uni<Reply> place(Recipient recipient) {
        return recipient
                .place()
                .flatMap(place -> place.equals(Hook.PLACE) ? settings.slack().channel() : Optional.of(place))
                .map(place -> Uni.createFrom().item(People.conversation(place)))
                .orElseGet(() -> people.conversation(recipient));
    }

    private Uni<Outcome> answer(Posted opening, Message message) {
        return switch (Words.of(message.content(), settings.consoleUrl())) {
            case Story story ->
                say(
                        message,
                        StoryBlocks.answer(story)
                                .addressedBy(message)
                                .json()
                                .put("channel", opening.channel())
                                .put("thread_ts", opening.ts()));
            case Bulletin bulletin -> post(message);
        };
    }

    private Uni<Outcome> say(Message message, ObjectNode arguments) {
        // Slack keeps it with the message: who looks for a repeat finds it by the key
        arguments
                .putObject("metadata")
                .put("event_type", "bellwether_message")
                .putObject("event_payload")
                .put("key", message.key());
        return message.triedSince()
                .map(since -> repeated(message.key(), arguments, since))
                .orElseGet(() -> posted(arguments));
    }

    private Uni<Outcome> posted(ObjectNode arguments) {
        return api.post(arguments).map(reply -> switch (reply) {
            case Reply.Failed failed -> failed.outcome();
            case Reply.Done done -> new Outcome.Sent(Posted.of(done.answer()).reference());
        });
    }

    private Uni<Outcome> repeated(String key, ObjectNode arguments, Instant since) {
        String channel = arguments.path("channel").asText();
        String thread = arguments.path("thread_ts").asText();
        return repeats.look(channel, thread, key, since).chain(look -> switch (look) {
            case Look.Found(Posted there) -> Uni.createFrom().item(new Outcome.Sent(there.reference()));
            case Look.Later(Outcome outcome) -> Uni.createFrom().item(outcome);
            case Look.Hidden hidden -> posted(arguments);
            case Look.Absent absent ->
                posted(arguments)
                        .onFailure()
                        .recoverWithItem(Retryable::failure)
                        // before the next attempt it is looked for again
                        .map(Outcome::recognisable);
        });
    }

    /** How the group stands. */
    private SlackMessage shown(Group group) {
        return StoryBlocks.of(Words.standing(group, settings.consoleUrl()), buttons());
    }

    private SlackMessage shown(Summary summary) {
        return BulletinBlocks.of(Words.standing(summary, settings.consoleUrl()));
    }

    /** Shows that in the opening message, and goes on with whether that message is still there. */
    private Uni<Outcome> edited(
            Posted opening, Message message, SlackMessage shown, Function<Boolean, Uni<Outcome>> then) {
        ObjectNode arguments = shown.addressedBy(message)
                .json()
                .put("channel", opening.channel())
                .put("ts", opening.ts());
        return api.call("chat.update", arguments).chain(reply -> switch (reply) {
            case Reply.Done done -> then.apply(true);
            case Reply.Failed failed when BEYOND_EDITING.contains(failed.error()) -> then.apply(false);
            case Reply.Failed failed -> Uni.createFrom().item(failed.outcome());
        });
    }
}
