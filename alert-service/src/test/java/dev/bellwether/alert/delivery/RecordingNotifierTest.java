package dev.bellwether.alert.delivery;

import dev.bellwether.alert.testing.AnAccount;

class RecordingNotifierTest extends NotifierSpecification {

    private final RecordingNotifier notifier = new RecordingNotifier();

    @Override
    protected Notifier notifier() {
        return notifier;
    }

    @Override
    protected int arrived(AnAccount account) {
        return (int) notifier.messages().stream()
                .filter(message -> message.event().accountId().equals(account.id()))
                .count();
    }

    @Override
    protected void refuseNext() {
        notifier.answerNext(new Outcome.Refused("no"));
    }

    @Override
    protected void failNext() {
        notifier.failNext();
    }

    @Override
    protected void ignoreNext() {
        notifier.ignoreNext();
    }
}
