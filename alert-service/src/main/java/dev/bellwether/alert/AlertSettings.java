package dev.bellwether.alert;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;

/** How alerts are told. */
@ConfigMapping(prefix = "bellwether.alert")
public interface AlertSettings {

    /** Base address of the console; messages link to {@code <console-url>/accounts/<id>}. */
    @WithDefault("http://localhost:8080")
    URI consoleUrl();

    /** E-mail address of whoever is told when an account has no owner. */
    @WithDefault("cs-team@localhost")
    String fallbackRecipient();

    /** How long ids of events are remembered, so that a repeat changes nothing. */
    @WithDefault("30d")
    Duration inboxRetention();

    /** How long alerts that are over are kept with their messages; what stands is kept however long. */
    @WithDefault("400d")
    Duration retention();

    /** Business time zone (IANA): of people who name none. */
    @WithDefault("${bellwether.zone:UTC}")
    ZoneId zone();

    /** How often what was held back is looked at again when its time has come. */
    @WithDefault("1s")
    Duration lookEvery();

    /** How often it is looked whose digest is due. */
    @WithDefault("1m")
    Duration digestEvery();

    Rhythm rhythm();

    Slack slack();

    Email email();

    Links links();

    Webhook webhook();

    Teams teams();

    @WithName("pagerduty")
    PagerDuty pagerDuty();

    Retry retry();

    Circuit circuit();

    Worker worker();

    /** How much people are told in what time. */
    interface Rhythm {

        /**
         * How long what comes up for a person after a message is gathered, to leave together: as single messages, or as one
         * summary where they are many. What is critical does not wait.
         */
        @WithDefault("1m")
        Duration gatherFor();

        /** What comes up at an account within this time of a message joins it. */
        @WithDefault("5m")
        Duration groupWithin();

        /** How long after its end a flag that follows a figure comes back in silence. */
        @WithDefault("24h")
        Duration coolDown();

        /** Most messages to one person within the grouping time; more become one summary. */
        @WithDefault("5")
        int mostAtOnce();

        /** Most messages to a person a week, unless the person says otherwise; the rest goes to the digest. */
        @WithDefault("50")
        int weeklyBudget();

        /** Severities that no budget holds back, comma separated. */
        @WithDefault("critical")
        Set<String> budgetExempt();
    }

    /**
     * Messages to Slack: by a bot when it has a token, else by an incoming webhook, else not at all. Secrets are plain
     * text here: a configuration that fails to convert a value shows it.
     */
    interface Slack {

        /** Address of an incoming webhook; a secret. It can neither edit a message nor answer in a thread. */
        Optional<String> webhookUrl();

        /** Token of a bot ({@code xoxb-…}); a secret. */
        Optional<String> botToken();

        /** Id of the channel into which the bot writes; without one it writes to each person directly. */
        Optional<String> channel();

        /** Signing secret of the Slack app; without it buttons are not shown, and not listened to. */
        Optional<String> signingSecret();

        /** Base address of Slack's Web API. */
        @WithDefault("https://slack.com/api")
        String apiUrl();

        /** How long Slack may take to answer one call. */
        @WithDefault("10s")
        Duration timeout();

        /** Least time between two messages to one place, whichever process sends them: Slack takes one a second in a channel. */
        @WithDefault("1s")
        Duration pace();
    }

    /** Messages by e-mail; the server is configured under {@code quarkus.mailer}. */
    interface Email {

        /** Whether e-mail is sent at all. */
        @WithDefault("true")
        boolean enabled();

        /** How long the mail server may take for one message; some look through it before they say that they have it. */
        @WithDefault("60s")
        Duration timeout();
    }

    /** Links in mails that do something: signed, they need no login. */
    interface Links {

        /** Base address of this service as people reach it; without it mails have no such links. */
        Optional<URI> url();

        /** What links are signed with, at least 24 characters; a secret. Without it mails have no such links. */
        Optional<String> secret();

        /** How long a link may be used. */
        @WithDefault("14d")
        Duration validFor();
    }

    /** Messages to another program, as the Standard Webhooks specification has them. */
    interface Webhook {

        /** Where to; a secret. Without it nothing is sent. */
        Optional<String> url();

        /** What messages are signed with ({@code whsec_…}); a secret, needed with an address. */
        Optional<String> secret();

        /** How long the other side may take to answer. */
        @WithDefault("20s")
        Duration timeout();
    }

    /** Messages to a channel of Microsoft Teams. */
    interface Teams {

        /** Address of a workflow that posts to the channel; a secret. Without it nothing is sent. */
        Optional<String> url();

        /** How long Teams may take to answer. */
        @WithDefault("20s")
        Duration timeout();
    }

    /** Alerts for operations, to PagerDuty. */
    interface PagerDuty {

        /** Integration key of a service (Events API v2); a secret. Without it nothing is sent. */
        Optional<String> routingKey();

        /** Where events are sent to. */
        @WithDefault("https://events.pagerduty.com/v2/enqueue")
        String url();

        /** How long a message may wait on a channel before operations are told. */
        @WithDefault("15m")
        Duration after();

        /** How long PagerDuty may take to answer. */
        @WithDefault("20s")
        Duration timeout();
    }

    /** When a place, such as a channel in Slack, is left alone for a while. */
    interface Circuit {

        /** So many failures in a row. */
        @WithDefault("5")
        int failures();

        /** How long; then one message is sent to find out. */
        @WithDefault("30s")
        Duration openFor();
    }

    /** What happens after a failed attempt. */
    interface Retry {

        /** Pause after the first failure; it doubles with every further one. */
        @WithDefault("1s")
        Duration initialDelay();

        /** Longest pause between attempts, before jitter of up to a quarter is added. */
        @WithDefault("5m")
        Duration maxDelay();

        /** How long after the first attempt a message is given up. */
        @WithDefault("24h")
        Duration giveUpAfter();
    }

    /** How due messages are fetched and sent. */
    interface Worker {

        /** How often the queue is looked at when nobody says that something is due. */
        @WithDefault("250ms")
        Duration interval();

        /** Most messages of a channel fetched, and on their way, at once. */
        @WithDefault("4")
        int concurrency();

        /**
         * How long a fetched message belongs to the process that fetched it. At least 15 seconds longer than the
         * timeout of every channel, else the service does not start: a message would be sent twice.
         */
        @WithDefault("2m")
        Duration lease();

        /** Time to fetch messages and to record what came of them. */
        Duration MARGIN = Duration.ofSeconds(15);
    }
}
