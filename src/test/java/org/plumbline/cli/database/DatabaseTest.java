package org.plumbline.cli.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.cli.database.Database.Role;

/** The embedded PostgreSQL is durable, private, one per folder, and survives a kill. */
class DatabaseTest {
    private static final Path PROGRAMS = Path.of("target", "postgres-bin");
    private final Map<String, String> before = new HashMap<>();

    @TempDir
    Path folder;

    /** Opening sets system properties, which belong to the database that the other tests share. */
    @BeforeEach
    void keep_the_settings_of_others() {
        System.getProperties().forEach((key, value) -> before.put(key.toString(), value.toString()));
    }

    @AfterEach
    void give_back_the_settings_of_others() {
        System.getProperties()
                .keySet()
                .removeIf(key -> key.toString().startsWith("quarkus.") && !before.containsKey(key.toString()));
        before.forEach(System::setProperty);
    }

    private Database open() {
        return Database.open(folder, PROGRAMS, "test", true);
    }

    @Test
    void it_is_durable() throws SQLException {
        try (Database database = open();
                Connection app = database.connect(Role.APP)) {
            for (String setting : new String[] {"fsync", "synchronous_commit", "full_page_writes", "data_checksums"}) {
                assertThat(ask(app, "show " + setting)).as(setting).isEqualTo("on");
            }
            assertThat(ask(app, "show server_encoding")).isEqualTo("UTF8");
        }
    }

    @Test
    void nobody_comes_in_without_the_password() throws IOException {
        try (Database database = open()) {
            String url = database.settings().get("quarkus.datasource.jdbc.url");
            for (String user : new String[] {"postgres", Cluster.OWNER, Cluster.APP}) {
                assertThatThrownBy(
                                () -> DriverManager.getConnection(url, user, "").close())
                        .isInstanceOf(SQLException.class);
                assertThatThrownBy(() -> DriverManager.getConnection(url, user, "postgres")
                                .close())
                        .isInstanceOf(SQLException.class);
            }
            assertThat(permissions("postgres.properties")).isEqualTo("rw-------");
            assertThat(permissions("postgres")).isEqualTo("rwx------");
            assertThat(permissions("socket")).isEqualTo("rwx------");
            assertThat(Files.readString(folder.resolve("postgres/pg_hba.conf"))).doesNotContain("trust");
        }
    }

    @Test
    void the_program_has_only_what_its_owner_grants() throws SQLException {
        try (Database database = open();
                Connection owner = database.connect(Role.OWNER);
                Connection app = database.connect(Role.APP)) {
            run(owner, "create table kept (line text)");
            run(owner, "grant select, insert on kept to plumbline_app");
            run(app, "insert into kept values ('one')");
            assertThatThrownBy(() -> run(app, "delete from kept")).hasMessageContaining("permission denied");
            assertThatThrownBy(() -> run(app, "create table mine (line text)"))
                    .hasMessageContaining("permission denied");
            assertThat(ask(app, "select line from kept")).isEqualTo("one");
        }
    }

    @Test
    void a_second_process_shares_it_and_a_second_server_is_refused() throws SQLException {
        try (Database first = open();
                Database second = open();
                Connection app = second.connect(Role.APP)) {
            assertThat(ask(app, "select 1")).isEqualTo("1");
            assertThat(second.settings()).isEqualTo(first.settings());
            assertThatThrownBy(() -> Database.openAlone(folder, "serve"))
                    .isInstanceOf(DatabaseFailure.class)
                    .hasMessageContaining("is in use by process")
                    .hasMessageContaining("--data");
        }
    }

    @Test
    void what_was_committed_survives_a_kill_and_the_server_left_behind_is_stopped() throws Exception {
        DataFolder abandoned = new DataFolder(folder);
        Properties secrets = abandoned.secrets();
        EmbeddedPostgres orphan = EmbeddedPostgres.start(abandoned, PROGRAMS.toAbsolutePath(), secrets);
        String url = "jdbc:postgresql://127.0.0.1:" + orphan.port() + "/" + Cluster.DATABASE;
        try (Connection owner =
                DriverManager.getConnection(url, Cluster.OWNER, secrets.getProperty("owner.password"))) {
            run(owner, "create table kept (line text)");
            run(owner, "insert into kept values ('one')");
        }
        try (Database database = open();
                Connection owner = database.connect(Role.OWNER)) {
            assertThat(ProcessHandle.of(orphan.pid()).filter(ProcessHandle::isAlive))
                    .isEmpty();
            assertThat(ask(owner, "select line from kept")).isEqualTo("one");
        }
        EmbeddedPostgres killed = EmbeddedPostgres.start(abandoned, PROGRAMS.toAbsolutePath(), secrets);
        ProcessHandle server = ProcessHandle.of(killed.pid()).orElseThrow();
        server.destroyForcibly();
        server.onExit().get();
        try (Database database = open();
                Connection owner = database.connect(Role.OWNER)) {
            assertThat(ask(owner, "select line from kept")).isEqualTo("one");
        }
    }

    @Test
    void a_long_path_gets_a_short_socket() throws SQLException {
        Path deep = folder.resolve("准绳".repeat(20)).resolve("a-folder-name-of-some-length");
        try (Database database = Database.open(deep, PROGRAMS, "test", true);
                Connection app = database.connect(Role.APP)) {
            assertThat(ask(app, "select 1")).isEqualTo("1");
        }
    }

    private String permissions(String name) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(name)));
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String ask(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
