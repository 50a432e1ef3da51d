package dev.bellwether.console.health;

import dev.bellwether.console.ConsoleMetrics;
import dev.bellwether.console.ConsoleMetrics.Answer;
import dev.bellwether.console.ConsoleSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * Asks health-service, and leaves it alone for a moment after it failed, so that a page never waits twice for a service
 * that is down.
 */
@ApplicationScoped
class Connection {

    private static final Logger LOG = Logger.getLogger(Connection.class);
    private static final int BAD_REQUEST = 400;
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;

    private sealed interface State {
        record Fine() implements State {}

        record Failed(Trouble trouble, Instant askAgainAt) implements State {}
    }

    private final AtomicReference<State> state = new AtomicReference<>(new State.Fine());
    private final Duration pause;
    private final Clock clock;
    private final ConsoleMetrics metrics;

    Connection(ConsoleSettings settings, Clock clock, ConsoleMetrics metrics) {
        this.pause = settings.retryPause();
        this.clock = clock;
        this.metrics = metrics;
    }

    /** The answer to the question: live, not there, or away; never remembered. */
    <T> Reading<T> ask(Supplier<T> question) {
        if (state.get() instanceof State.Failed failed && clock.instant().isBefore(failed.askAgainAt())) {
            metrics.asked(Answer.SKIPPED);
            return new Reading.Away<>(failed.trouble());
        }
        try {
            T value = question.get();
            answered(Answer.ANSWERED);
            return new Reading.Live<>(value);
        } catch (WebApplicationException e) {
            return judged(e);
        } catch (ProcessingException e) {
            return failed(Trouble.UNREACHABLE, Answer.UNREACHABLE, e);
        }
    }

    private <T> Reading<T> judged(WebApplicationException e) {
        return switch (e.getResponse().getStatus()) {
            case BAD_REQUEST, NOT_FOUND -> {
                answered(Answer.NOT_THERE);
                yield new Reading.NotThere<>();
            }
            case UNAUTHORIZED, FORBIDDEN -> failed(Trouble.REFUSED, Answer.REFUSED, e);
            default -> failed(Trouble.UNREACHABLE, Answer.UNREACHABLE, e);
        };
    }

    private void answered(Answer answer) {
        metrics.asked(answer);
        if (state.getAndSet(new State.Fine()) instanceof State.Failed) {
            LOG.info("health-service answers again");
        }
    }

    private <T> Reading<T> failed(Trouble trouble, Answer answer, Exception cause) {
        metrics.asked(answer);
        State before = state.getAndSet(new State.Failed(trouble, clock.instant().plus(pause)));
        // said once, not every few seconds for as long as it lasts
        if (!(before instanceof State.Failed earlier && earlier.trouble() == trouble)) {
            LOG.warnf("health-service gave no answer, asking again every %s: %s", pause, cause.getMessage());
        }
        return new Reading.Away<>(trouble);
    }
}
