package org.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.plumbline.cli.database.Database;

/**
 * Power cuts: the importing program, the server and PostgreSQL are killed at random moments. What was acknowledged is there once,
 * what was not is there in whole pages or not at all, and sending the file again completes it. More rounds with
 * {@code -Dcrash.rounds=200}; the moments of one with {@code -Dcrash.seed}.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CrashIT {
    private static final Path FOLDER = Path.of("target", "crash");
    private static final Path DATA = FOLDER.resolve("data");
    private static final int ROUNDS = Integer.getInteger("crash.rounds", 20);
    private static final long SEED = Long.getLong("crash.seed", System.nanoTime());
    private static final String STREET = "310112901";
    private static final int SITES = 60;
    private static final int DAYS = 10;
    private static final LocalDate FIRST = LocalDate.of(2000, 1, 1);
    private static final Pattern ACKNOWLEDGED =
            Pattern.compile("(?m)^ +facts\\.csv:(\\d+): (\\S+) (accepted|unchanged, recorded before)\\R");

    private final Random random = new Random(SEED);

    @BeforeAll
    static void a_register() throws Exception {
        Portal.delete(FOLDER);
        Files.createDirectories(FOLDER);
        Portal.keeper(DATA);
        Portal.register(FOLDER, DATA, STREET, "试验街道", SITES);
    }

    private static Portal.Ended run(String command, String... arguments) throws Exception {
        List<String> all = new ArrayList<>(List.of(command));
        all.addAll(List.of(arguments));
        all.addAll(List.of("--data", DATA.toString()));
        return Portal.run(all.toArray(String[]::new));
    }

    /** A row for each site and each of some days of the round: 600 submissions, more than one page. */
    private static Path facts(int round) throws IOException {
        StringBuilder csv = new StringBuilder("site,date,source,floorArea\n");
        for (int day = 0; day < DAYS; day++) {
            for (int site = 1; site <= SITES; site++) {
                csv.append("%s,%s,Inspector,%d\n"
                        .formatted(Portal.site(STREET, site), day(round, day), 100 + round * 7 + day + site));
            }
        }
        return Files.writeString(FOLDER.resolve("facts.csv"), csv);
    }

    private static LocalDate day(int round, int day) {
        return FIRST.plusDays(round * (long) DAYS + day);
    }

    @Test
    @Order(1)
    void nothing_acknowledged_is_lost_and_nothing_is_there_twice() throws Exception {
        int interrupted = 0;
        for (int round = 0; round < ROUNDS; round++) {
            Path file = facts(round);
            String said = importUntilKilled(file, round);
            Map<Integer, String> acknowledged = new TreeMap<>();
            ACKNOWLEDGED
                    .matcher(said)
                    .results()
                    .forEach(found -> acknowledged.put(Integer.valueOf(found.group(1)), found.group(2)));
            interrupted += acknowledged.size() < SITES * DAYS ? 1 : 0;
            check(round, file, acknowledged);
            Portal.Ended again = run("import", "facts", file.toString(), "--quiet");
            assertThat(again.code()).as(again.said()).isZero();
        }
        assertThat(interrupted).as("some imports were cut off; seed " + SEED).isPositive();
        check(ROUNDS, FOLDER.resolve("facts.csv"), Map.of());
        Portal.Ended verified = run("verify");
        assertThat(verified.code()).as(verified.said()).isZero();
    }

    /** What the import had said when everything was killed. */
    private String importUntilKilled(Path file, int round) throws Exception {
        Portal server = round % 3 == 2 ? Portal.openEmpty(DATA, Duration.ofMinutes(2)) : null;
        Process process = Portal.start(List.of("import", "facts", file.toString(), "--data", DATA.toString()));
        StringBuffer said = new StringBuffer();
        Thread reader = Thread.ofPlatform().start(() -> {
            try (var output = process.inputReader(StandardCharsets.UTF_8)) {
                char[] some = new char[8192];
                for (int n = output.read(some); n >= 0; n = output.read(some)) {
                    said.append(some, 0, n);
                }
            } catch (IOException e) {
                // The pipe of a killed process may end in the middle.
            }
        });
        boolean afterFirst = random.nextBoolean();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (afterFirst && said.indexOf("accepted") < 0 && process.isAlive() && System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.sleep(5);
        }
        TimeUnit.MILLISECONDS.sleep(random.nextInt(afterFirst ? 400 : 6000));
        Properties secrets = new Properties();
        Path settings = DATA.resolve("postgres.properties");
        if (Files.exists(settings)) {
            try (var in = Files.newBufferedReader(settings)) {
                secrets.load(in);
            }
        }
        List<Runnable> kills = new ArrayList<>(List.of(
                process::destroyForcibly,
                () -> ProcessHandle.of(Long.parseLong(secrets.getProperty("pid", "0")))
                        .filter(one -> one.info().command().orElse("").contains("postgres"))
                        .ifPresent(ProcessHandle::destroyForcibly)));
        if (random.nextBoolean()) {
            kills = kills.reversed();
        }
        kills.forEach(Runnable::run);
        if (server != null) {
            server.kill();
        }
        process.waitFor();
        reader.join();
        return said.toString();
    }

    private void check(int round, Path file, Map<Integer, String> acknowledged) throws SQLException, IOException {
        List<String> rows = Files.readAllLines(file);
        try (Database database = Database.open(DATA, "check");
                Connection connection = database.connect(Database.Role.APP)) {
            assertThat(
                            numbers(
                                    connection,
                                    "select count(*) from (select subject, observed_on from fact_submission group by 1, 2 having count(*) > 1) t"))
                    .as("rows that are there twice")
                    .containsExactly(0L);
            assertThat(
                            numbers(
                                    connection,
                                    "select count(*) from ledger_entry e full join fact_submission s on s.position = e.position"
                                            + " where coalesce(e.kind, 'submission') = 'submission' and (e.position is null or s.position is null)"))
                    .as("entries that the derived tables lack, or rows without an entry")
                    .containsExactly(0L);
            assertThat(numbers(
                            connection,
                            "select count(*) from fact_submission s where not exists"
                                    + " (select from observation o where o.ledger_position = s.position)"))
                    .as("submissions without their observation")
                    .containsExactly(0L);
            assertThat(numbers(
                            connection,
                            "select count(*) from fact_submission where observed_on < '" + day(round, 0) + "'"))
                    .as("everything of the rounds before")
                    .containsExactly((long) round * SITES * DAYS);
            long recorded = numbers(
                            connection,
                            "select count(*) from fact_submission where observed_on >= '" + day(round, 0) + "'")
                    .getFirst();
            assertThat(recorded - acknowledged.size())
                    .as("recorded but not acknowledged: at most the page on its way, of " + recorded)
                    .isBetween(0L, 500L);
            for (Map.Entry<Integer, String> row : acknowledged.entrySet()) {
                String[] cells = rows.get(row.getKey() - 1).split(",");
                assertThat(cells[0]).isEqualTo(row.getValue());
                assertThat(numbers(
                                connection,
                                "select (value ->> 'value')::int from observation where subject = 'site/" + cells[0]
                                        + "' and observed_on = '" + cells[1] + "'"))
                        .as("the acknowledged row " + row.getKey() + " of round " + round + ", seed " + SEED)
                        .containsExactly(Long.valueOf(cells[3]));
            }
        }
    }

    private static List<Long> numbers(Connection connection, String query) throws SQLException {
        try (var select = connection.createStatement();
                ResultSet rows = select.executeQuery(query)) {
            List<Long> numbers = new ArrayList<>();
            while (rows.next()) {
                numbers.add(rows.getLong(1));
            }
            return numbers;
        }
    }

    @Test
    @Order(2)
    void a_backup_restores_everything_and_a_damaged_one_nothing() throws Exception {
        Path file = FOLDER.resolve("backup.zip");
        Path restored = FOLDER.resolve("restored");
        try (Portal server = Portal.openEmpty(DATA, Duration.ofMinutes(2))) {
            Portal.Ended backup = run("backup", "--out", file.toString());
            assertThat(backup.code()).as(backup.said()).isZero();
            assertThat(server.address()).startsWith("http");
        }
        byte[] whole = Files.readAllBytes(file);
        byte[] changed = whole.clone();
        changed[whole.length / 3] ^= 1;
        for (byte[] bad : List.of(changed, java.util.Arrays.copyOf(whole, whole.length / 2))) {
            Path damaged = Files.write(FOLDER.resolve("damaged.zip"), bad);
            Portal.Ended refused = Portal.run("restore", damaged.toString(), "--data", restored.toString());
            assertThat(refused.code()).isEqualTo(2);
            assertThat(refused.said().lines()).as(refused.said()).hasSize(1);
            assertThat(restored).doesNotExist();
        }
        Portal.Ended restoring = Portal.run("restore", file.toString(), "--data", restored.toString());
        assertThat(restoring.code()).as(restoring.said()).isZero();
        assertThat(restoring.said()).contains("The restore is complete");
        assertThat(content(restored)).isEqualTo(content(DATA));
        Portal.Ended twice = Portal.run("restore", file.toString(), "--data", restored.toString());
        assertThat(twice.code()).isEqualTo(2);
        assertThat(twice.said()).contains("new data folder");
    }

    /** A digest of every table but the one that a start writes by itself, and the key. */
    private static List<String> content(Path data) throws SQLException, IOException {
        List<String> content = new ArrayList<>();
        try (Database database = Database.open(data, "compare");
                Connection connection = database.connect(Database.Role.OWNER);
                var select = connection.createStatement()) {
            for (String table : List.of(
                    "ledger_entry",
                    "ledger_checkpoint",
                    "place",
                    "site",
                    "membership",
                    "fact_submission",
                    "observation",
                    "assessment",
                    "rulebook_use",
                    "secret",
                    "person",
                    "role_grant",
                    "audit_entry")) {
                try (ResultSet row = select.executeQuery(
                        "select count(*) || ' ' || md5(coalesce(string_agg(t::text, '|' order by t::text), '')) from "
                                + table + " t")) {
                    row.next();
                    content.add(table + " " + row.getString(1));
                }
            }
        }
        content.add(Files.readString(data.resolve("keys").resolve("ed25519.key")));
        return content;
    }
}
