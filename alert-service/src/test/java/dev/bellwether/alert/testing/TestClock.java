package dev.bellwether.alert.testing;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** The clock of the service under test: the real one, unless a test sets it; then it goes on from there. */
@Alternative
@Priority(1)
@ApplicationScoped
public class TestClock implements InstantSource {

    private volatile Duration ahead = Duration.ZERO;

    @Override
    public Instant instant() {
        return InstantSource.system().instant().plus(ahead);
    }

    /** It is that late now. */
    public void set(Instant now) {
        ahead = Duration.between(InstantSource.system().instant(), now);
    }

    public void jump(Duration duration) {
        ahead = ahead.plus(duration);
    }

    /** It shows the real time again. */
    public void setRight() {
        ahead = Duration.ZERO;
    }
}
