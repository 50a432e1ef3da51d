package dev.bellwether.local.settings;

import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** The password of each service's database role. */
public record DatabasePasswords(Map<String, String> byService) {

    /** The services that have a schema of their own. */
    public static final List<String> SERVICES = List.of("ingest", "health", "alert", "renewal");

    public DatabasePasswords {
        byService = Map.copyOf(byService);
    }

    static List<String> keys() {
        return SERVICES.stream().map(DatabasePasswords::key).toList();
    }

    static DatabasePasswords from(Properties secrets) {
        Map<String, String> passwords = new TreeMap<>();
        SERVICES.forEach(service -> passwords.put(service, secrets.getProperty(key(service))));
        return new DatabasePasswords(passwords);
    }

    private static String key(String service) {
        return "database." + service;
    }

    @Override
    public String toString() {
        return "DatabasePasswords[hidden]";
    }
}
