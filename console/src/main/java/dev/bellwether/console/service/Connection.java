package dev.bellwether.console.service;

import dev.bellwether.console.ConsoleMetrics;
import dev.bellwether.console.ConsoleMetrics.Answer;
import dev.bellwether.console.service.Trouble.Cause;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * Speaks with a service. After it failed it is asked nothing for a moment, so that a page never waits twice for a service
 * that is down; what people want to tell it is tried whenever they say it. Safe for many threads.
 */
public final class Connection {

    private static final Logger LOG = Logger.getLogger(Connection.class);
    private static final String NO_REASON = "it was refused without a reason.";
    private static final int BAD_REQUEST = 400;
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;

    private sealed interface State {
        record Fine() implements State {}

        record Failed(Trouble trouble, Instant askAgainAt) implements State {}
    }

    private final AtomicReference<State> state = new AtomicReference<>(new State.Fine());
    private final Service service;
    private final Duration pause;
    private final Clock clock;
    private final ConsoleMetrics metrics;

    /**
     * A connection to a service.
     *
     * @param pause how long it is left alone after it failed
     */
    public Connection(Service service, Duration pause, Clock clock, ConsoleMetrics metrics) {
        this.service = service;
        this.pause = pause;
        this.clock = clock;
        this.metrics = metrics;
    }

    /** The answer to the question: live, not there, or away; never remembered. */
    public <T> Reading<T> ask(Supplier<T> question) {
        if (state.get() instanceof State.Failed failed && clock.instant().isBefore(failed.askAgainAt())) {
            metrics.asked(service, Answer.SKIPPED);
            return new Reading.Away<>(failed.trouble());
        }
        try {
            T value = question.get();
            answered(Answer.ANSWERED);
            return new Reading.Live<>(value);
        } catch (WebApplicationException e) {
            if (isAnswer(e)) {
                answered(Answer.NOT_THERE);
                return new Reading.NotThere<>();
            }
            return new Reading.Away<>(failed(e));
        } catch (ProcessingException e) {
            return new Reading.Away<>(failed(e));
        }
    }

    /** Tells the service something, once. */
    public Reply tell(Runnable message) {
        try {
            message.run();
            answered(Answer.ANSWERED);
            return new Reply.Kept();
        } catch (WebApplicationException e) {
            if (isAnswer(e)) {
                answered(Answer.ANSWERED);
                return new Reply.Refused(reason(e));
            }
            return new Reply.Unanswered(failed(e));
        } catch (ProcessingException e) {
            return new Reply.Unanswered(failed(e));
        }
    }

    /** Whether the service understood, and said no. */
    private static boolean isAnswer(WebApplicationException e) {
        return switch (e.getResponse().getStatus()) {
            case BAD_REQUEST, NOT_FOUND, CONFLICT -> true;
            default -> false;
        };
    }

    /** In the service's own words, unless something else than the service answered. */
    private static String reason(WebApplicationException refusal) {
        try {
            Problem problem = refusal.getResponse().readEntity(Problem.class);
            return problem == null ? NO_REASON : problem.inWords();
        } catch (ProcessingException | WebApplicationException e) {
            return NO_REASON;
        }
    }

    private void answered(Answer answer) {
        metrics.asked(service, answer);
        if (state.getAndSet(new State.Fine()) instanceof State.Failed) {
            LOG.infof("%s answers again", service.title());
        }
    }

    private Trouble failed(WebApplicationException e) {
        return switch (e.getResponse().getStatus()) {
            case UNAUTHORIZED, FORBIDDEN -> failed(Cause.REFUSED, Answer.REFUSED, e);
            default -> failed(Cause.UNREACHABLE, Answer.UNREACHABLE, e);
        };
    }

    private Trouble failed(ProcessingException e) {
        return failed(Cause.UNREACHABLE, Answer.UNREACHABLE, e);
    }

    private Trouble failed(Cause cause, Answer answer, Exception e) {
        metrics.asked(service, answer);
        Trouble trouble = new Trouble(service, cause);
        State before = state.getAndSet(new State.Failed(trouble, clock.instant().plus(pause)));
        // said once, not every few seconds for as long as it lasts
        if (!(before instanceof State.Failed earlier && earlier.trouble().equals(trouble))) {
            LOG.warnf("%s gave no answer, asking again every %s: %s", service.title(), pause, e.getMessage());
        }
        return trouble;
    }
}
