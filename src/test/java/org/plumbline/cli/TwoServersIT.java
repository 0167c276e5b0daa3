package org.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.plumbline.rulebook.json.Json;

/** Two servers on one PostgreSQL: both take files in, either shows what the other did, and one ends what a killed one began. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TwoServersIT {
    private static final Path FOLDER = Path.of("target", "two-servers");
    private static final Path DATA = FOLDER.resolve("data");
    private static final String STREET = "310112902";
    private static final String SITE = Portal.site(STREET, 1);
    private static final int SITES = 20;
    private static final int DAYS = 20;
    private static Portal first;
    private static Portal second;

    @BeforeAll
    static void both_are_open() throws Exception {
        Portal.delete(FOLDER);
        Files.createDirectories(FOLDER);
        Portal.keeper(DATA);
        Portal.register(FOLDER, DATA, STREET, "双机街道", SITES);
        first = Portal.openEmpty(DATA, Duration.ofMinutes(2));
        second = Portal.openOn(environment(), FOLDER.resolve("second"), Duration.ofMinutes(2));
    }

    @AfterAll
    static void both_end() throws Exception {
        second.close();
        first.close();
    }

    /** What a second server needs to know: where PostgreSQL is, who connects, and where the key is that both sign with. */
    private static Map<String, String> environment() throws Exception {
        Properties secrets = new Properties();
        try (var in = Files.newBufferedReader(DATA.resolve("postgres.properties"))) {
            secrets.load(in);
        }
        return Map.of(
                "QUARKUS_DATASOURCE_JDBC_URL",
                "jdbc:postgresql://127.0.0.1:" + secrets.getProperty("port") + "/plumbline",
                "QUARKUS_DATASOURCE_USERNAME",
                "plumbline_app",
                "QUARKUS_DATASOURCE_PASSWORD",
                secrets.getProperty("app.password"),
                "QUARKUS_FLYWAY_USERNAME",
                "plumbline_owner",
                "QUARKUS_FLYWAY_PASSWORD",
                secrets.getProperty("owner.password"),
                "PLUMBLINE_SIGNATURE_FOLDER",
                DATA.resolve("keys").toAbsolutePath().toString());
    }

    private static String facts(int year) {
        StringBuilder csv = new StringBuilder("site,date,source,floorArea\n");
        for (int day = 0; day < DAYS; day++) {
            for (int i = 1; i <= SITES; i++) {
                csv.append("%s,%s,Inspector,%d\n"
                        .formatted(
                                Portal.site(STREET, i), LocalDate.of(year, 1, 1).plusDays(day), 100 + day + i));
            }
        }
        return csv.toString();
    }

    @Test
    @Order(1)
    void both_take_files_in_at_once_and_either_tells_of_the_others() throws Exception {
        try (Keeper here = new Keeper(first);
                Keeper there = new Keeper(here, second)) {
            List<String> atFirst = List.of(here.handIn("a.csv", facts(2001)), here.handIn("same.csv", facts(2003)));
            List<String> atSecond = List.of(there.handIn("b.csv", facts(2002)), there.handIn("same.csv", facts(2003)));
            long recorded = 0;
            for (String location : atFirst) {
                recorded += count(there.ended(location), "recorded");
            }
            for (String location : atSecond) {
                recorded += count(here.ended(location), "recorded");
            }
            assertThat(recorded).as("each row once, the same file too").isEqualTo(3L * SITES * DAYS);
        }
    }

    @Test
    @Order(2)
    void what_one_publishes_and_takes_back_the_other_shows() throws Exception {
        try (Keeper here = new Keeper(first);
                Keeper there = new Keeper(here, second)) {
            assertThat(here.get("/zh/site/" + SITE).statusCode()).isEqualTo(404);
            there.post("/zh/work/publications", "on=2003-02-01&round=双机");
            for (int i = 0; i < 240 && here.get("/zh/site/" + SITE).statusCode() != 200; i++) {
                Thread.sleep(250);
            }
            for (Keeper either : List.of(here, there)) {
                assertThat(either.get("/zh/site/" + SITE).body()).contains("双机");
                assertThat(either.get("/site/" + SITE + ".ttl").statusCode()).isEqualTo(200);
            }
            here.post("/zh/work/publications/1/withdraw", "why=test");
            for (Keeper either : List.of(here, there)) {
                assertThat(either.get("/zh/site/" + SITE).statusCode()).isEqualTo(404);
                assertThat(either.get("/site/" + SITE + ".ttl").statusCode()).isEqualTo(404);
            }
        }
    }

    @Test
    @Order(3)
    void one_ends_what_the_other_was_killed_over() throws Exception {
        try (Keeper here = new Keeper(first);
                Keeper there = new Keeper(here, second)) {
            String left = there.handIn("left.csv", facts(2004));
            second.kill();
            Map<String, Object> job = here.ended(left);
            assertThat(job.get("state")).isEqualTo("done");
            assertThat(count(job, "rows")).isEqualTo((long) SITES * DAYS);
            assertThat(count(job, "refused")).isZero();
        }
        Portal.Ended verified = Portal.run("verify", "--data", DATA.toString());
        assertThat(verified.code()).as(verified.said()).isZero();
    }

    private static long count(Map<String, Object> job, String name) {
        return job.get(name) instanceof Json.Number number ? Long.parseLong(number.digits()) : -1;
    }
}
