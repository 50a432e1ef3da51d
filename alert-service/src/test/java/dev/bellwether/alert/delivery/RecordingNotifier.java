package dev.bellwether.alert.delivery;

import dev.bellwether.alert.policy.Channel;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** Stands in for a channel: keeps what it is given, unless it is told to answer otherwise. */
public final class RecordingNotifier implements Notifier {

    private final List<Message> messages = new ArrayList<>();
    private final Deque<Supplier<Uni<Outcome>>> planned = new ArrayDeque<>();

    @Override
    public Channel channel() {
        return Channel.SLACK;
    }

    @Override
    public boolean enabled() {
        return true;
    }

    @Override
    public synchronized Uni<Outcome> send(Message message) {
        Supplier<Uni<Outcome>> answer = planned.poll();
        if (answer != null) {
            return answer.get();
        }
        messages.add(message);
        return Uni.createFrom().item(new Outcome.Sent());
    }

    public synchronized List<Message> messages() {
        return List.copyOf(messages);
    }

    public synchronized void answerNext(Outcome outcome) {
        planned.add(() -> Uni.createFrom().item(outcome));
    }

    public void failNext() {
        answerNext(new Outcome.Postponed("broken", Duration.ZERO));
    }

    public synchronized void ignoreNext() {
        planned.add(() -> Uni.createFrom().failure(new TimeoutException()));
    }
}
