package dev.bellwether.system.wrong.pure;

import jakarta.enterprise.context.ApplicationScoped;

/** Wrong on purpose: the framework's annotation ties the decision to the framework. */
@ApplicationScoped
public class IsInjected {}
