package dev.bellwether.system.running;

import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives tests the one system of this run: started when the first asks for it, stopped after the last. */
public final class RunningSystem implements ParameterResolver {

    private static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace.create(RunningSystem.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == LocalSystem.class;
    }

    /** The store of the root closes what it holds when all tests have run. */
    @Override
    public LocalSystem resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(NAMESPACE)
                .computeIfAbsent(Attempt.class, type -> Attempt.made(), Attempt.class)
                .system();
    }

    /** A start that is not made again when it failed: what ails one test class would cost every other the same minutes. */
    private record Attempt(Optional<LocalSystem> started, String failure) implements AutoCloseable {

        static Attempt made() {
            try {
                return new Attempt(Optional.of(LocalSystem.start()), "");
            } catch (AssertionError e) {
                return new Attempt(Optional.empty(), String.valueOf(e.getMessage()));
            }
        }

        LocalSystem system() {
            return started.orElseThrow(() -> new IllegalStateException("the system does not start: " + failure));
        }

        @Override
        public void close() {
            started.ifPresent(LocalSystem::close);
        }
    }
}
