package dev.bellwether.health.engine;

import dev.bellwether.health.HealthSettings;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.Consumer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Every third time that the broker is to be told of a commit, a few times, the engine dies before. */
@Alternative
@Singleton
public class UnreliableConsumers extends Consumers {

    private static final int ACKS_A_FAILURE = 3;
    private static final int MOST_FAILURES = 5;
    private static final AtomicInteger FAILURES = new AtomicInteger();

    private final AtomicInteger acks = new AtomicInteger();

    UnreliableConsumers(@ConfigProperty(name = "kafka.bootstrap.servers") String brokers, HealthSettings settings) {
        super(brokers, settings);
    }

    /** How often it has failed so far. */
    public static int failures() {
        return FAILURES.get();
    }

    @Override
    @SuppressWarnings("unchecked")
    Consumer<String, byte[]> member() {
        Consumer<String, byte[]> member = super.member();
        return (Consumer<String, byte[]>) Proxy.newProxyInstance(
                Consumer.class.getClassLoader(),
                new Class<?>[] {Consumer.class},
                (proxy, method, arguments) -> call(member, method, arguments));
    }

    private Object call(Consumer<String, byte[]> member, Method method, Object[] arguments) throws Throwable {
        if (method.getName().equals("commitAsync")
                && acks.incrementAndGet() % ACKS_A_FAILURE == 0
                && FAILURES.get() < MOST_FAILURES) {
            FAILURES.incrementAndGet();
            throw new IllegalStateException("killed by the test before the ack");
        }
        try {
            return method.invoke(member, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
