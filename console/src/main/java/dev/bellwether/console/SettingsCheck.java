package dev.bellwether.console;

import dev.bellwether.console.door.Password;
import dev.bellwether.console.service.Slice;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Refuses to start with settings that could not work, and says which. */
@ApplicationScoped
class SettingsCheck {

    void check(@Observes StartupEvent start, ConsoleSettings settings, Password password) {
        if (settings.token().filter(token -> !token.isBlank()).isEmpty()) {
            throw new IllegalStateException(
                    "bellwether.console.token is missing: set it to a bearer token with the role"
                            + " manager, which the console shows to health-service.");
        }
        if (settings.pageSize() < 1 || settings.pageSize() > Slice.LARGEST) {
            throw new IllegalStateException("bellwether.console.page-size is " + settings.pageSize()
                    + ": it must be 1 … " + Slice.LARGEST + ".");
        }
        // asking for it is what makes the password be checked before the first person comes
        password.check();
    }
}
