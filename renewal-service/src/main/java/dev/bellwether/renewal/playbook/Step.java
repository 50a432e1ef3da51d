package dev.bellwether.renewal.playbook;

/**
 * One thing to do.
 *
 * @param id unique in the playbook; what was done is kept by it
 */
public record Step(String id, String text) {}
