package dev.bellwether.local;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;

/**
 * A real PostgreSQL server of this machine, reachable from this machine only and by password only.
 *
 * <p>The data stays in its folder: a server started on the same folder continues with it. A server that outlived the JVM
 * which started it is stopped first. Works as root (by an own user namespace) and as an ordinary user.
 */
public final class PostgresNode implements AutoCloseable {

    /** The database that all services share, each with a schema of its own. */
    public static final String DATABASE = "bellwether";

    static final String SUPERUSER = "postgres";

    private static final Duration START_TIMEOUT = Duration.ofSeconds(60);

    private final EmbeddedPostgres server;
    private final PostgresFolder folder;
    private final String password;

    private PostgresNode(EmbeddedPostgres server, PostgresFolder folder, String password) {
        this.server = server;
        this.folder = folder;
        this.password = password;
    }

    /**
     * Starts a server that keeps what it has committed, whatever is killed.
     *
     * @param dataFolder created and initialised when it is new
     * @param port the TCP port, 0 for any free one
     * @throws IllegalStateException when the server does not answer; names its log file
     */
    public static PostgresNode start(Path dataFolder, int port) {
        return start(dataFolder, port, "on");
    }

    /** The same for tests: it does not wait for the disk, so a crash of the machine may lose data. */
    public static PostgresNode startFast(Path dataFolder, int port) {
        return start(dataFolder, port, "off");
    }

    private static PostgresNode start(Path dataFolder, int port, String durable) {
        PostgresFolder folder = PostgresFolder.prepared(dataFolder);
        try {
            EmbeddedPostgres server = EmbeddedPostgres.builder()
                    .setDataDirectory(folder.cluster())
                    .setCleanDataDirectory(false)
                    .setOverrideWorkingDirectory(folder.binaries())
                    .setPort(FreePort.orElseFree(port))
                    .setPGStartupWait(START_TIMEOUT)
                    .setRegisterShutdownHook(true)
                    .setLocaleConfig("auth-host", "scram-sha-256")
                    .setLocaleConfig("auth-local", "scram-sha-256")
                    .setLocaleConfig("pwfile", folder.passwordFile().toString())
                    .setConnectConfig("password", folder.password())
                    .setServerConfig("unix_socket_directories", "")
                    .setServerConfig("max_connections", "240")
                    .setServerConfig("fsync", durable)
                    .setServerConfig("full_page_writes", durable)
                    .setServerConfig("synchronous_commit", durable)
                    .setOutputRedirector(Redirect.appendTo(folder.log().toFile()))
                    .setErrorRedirector(Redirect.appendTo(folder.log().toFile()))
                    .start();
            folder.markInitialised();
            return new PostgresNode(server, folder, folder.password());
        } catch (IOException | IllegalStateException e) {
            throw new IllegalStateException("PostgreSQL did not start; its log is " + folder.log(), e);
        }
    }

    /** Host and port, as in {@code localhost:15432}. */
    public String address() {
        return "localhost:" + server.getPort();
    }

    /** The JDBC address of the database with the superuser and his password in it. */
    public String superuserUrl() {
        return superuserUrl(address(), password);
    }

    /** The same for a server that is started on this data folder at this address, now or later. */
    public static String superuserUrl(Path dataFolder, String address) throws IOException {
        return superuserUrl(address, new PostgresFolder(dataFolder).password());
    }

    private static String superuserUrl(String address, String password) {
        return "jdbc:postgresql://" + address + "/" + DATABASE + "?user=" + SUPERUSER + "&password=" + password;
    }

    /**
     * Makes sure that the database, the role {@code bellwether_<name>} with this password, and its schema {@code <name>}
     * exist, and that the role sees its own schema only. May be called any number of times; the last password counts.
     */
    public void createServiceRole(String name, String rolePassword) {
        ServiceRole role = new ServiceRole(name, rolePassword);
        try {
            try (Connection connection = DriverManager.getConnection(jdbcUrl("postgres"), SUPERUSER, password)) {
                role.createDatabase(connection);
            }
            try (Connection connection = DriverManager.getConnection(jdbcUrl(DATABASE), SUPERUSER, password)) {
                role.createIn(connection);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("cannot create the role and schema of " + name + " at " + address(), e);
        }
    }

    /** Stops the server, waiting for its transactions to end by rollback. */
    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL at " + address() + " did not stop", e);
        }
    }

    /** Waits until the server has ended, for whatever reason. */
    public void awaitEnd() throws InterruptedException {
        PostgresSurvivor.awaitEnd(folder.cluster());
    }

    /**
     * Stops a server that outlived the process which started it on this data folder.
     *
     * @return whether there was one
     */
    public static boolean stopSurvivor(Path dataFolder) throws IOException {
        return PostgresSurvivor.stop(new PostgresFolder(dataFolder).cluster());
    }

    private String jdbcUrl(String database) {
        return "jdbc:postgresql://" + address() + "/" + database;
    }
}
