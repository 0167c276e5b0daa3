package org.plumbline.publication;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.plumbline.account.Act;
import org.plumbline.account.Actor;
import org.plumbline.account.Grant;
import org.plumbline.account.NotAllowed;
import org.plumbline.account.Role;
import org.plumbline.account.audit.Audit;
import org.plumbline.account.audit.Deed;
import org.plumbline.fact.FactImporter;
import org.plumbline.fact.FactValue;
import org.plumbline.fact.SiteFacts;
import org.plumbline.fact.erasure.Erasure;
import org.plumbline.fact.erasure.ErasureView;
import org.plumbline.ledger.Apart;
import org.plumbline.ledger.Checkpoint;
import org.plumbline.ledger.DerivedStores;
import org.plumbline.ledger.Fault;
import org.plumbline.ledger.Iris;
import org.plumbline.ledger.Ledger;
import org.plumbline.ledger.Ledger.Kept;
import org.plumbline.ledger.LedgerEntry;
import org.plumbline.ledger.Provenance;
import org.plumbline.publication.snapshot.Publisher;
import org.plumbline.rdf.PL;
import org.plumbline.rulebook.json.Json;
import org.plumbline.standard.Edition;
import org.plumbline.standard.Editions;
import org.plumbline.web.Text;

/** What names a person is gone from every table and page once it is erased, and the chain still holds. */
@QuarkusTest
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ErasureTest {
    private static int times;
    private static final String WHY = "当事人申请";

    @Inject
    Fixture fixture;

    @Inject
    FactImporter facts;

    @Inject
    Erasure erasure;

    @Inject
    Ledger ledger;

    @Inject
    Audit audit;

    @Inject
    DerivedStores stores;

    @Inject
    Publisher publisher;

    @Inject
    Editions editions;

    @Inject
    Iris iris;

    @Inject
    Clock clock;

    @Inject
    DataSource database;

    private final String name = "欧阳测试某" + times++;
    private Checkpoint checkpoint;

    @BeforeEach
    void a_published_judgement_names_somebody() {
        fixture.takeIn();
        Edition edition = editions.list().getFirst();
        var judgements = new TreeMap<>(Map.of(
                edition.rulebook().clauseIri("11.5"), new SiteFacts.Judgement(true, "现场询问" + name + "，称\"没有\"投诉")));
        var stated = new TreeMap<String, FactValue>(Map.of("siteName", FactValue.text(name)));
        facts.record(
                List.of(new SiteFacts(
                        Fixture.FIRST, false, "RS", LocalDate.of(2026, 10, 5), "Inspector", stated, judgements)),
                edition.book(),
                new Provenance(iris.role("importer"), PL.IMPORTING.getURI(), clock.instant(), null, null, true));
        publisher.publish(Fixture.ROUND_TWO, new Text("2026年第二轮", "Round two of 2026"), clock, Fixture.PROGRAM);
        checkpoint = ledger.checkpoint(clock);
    }

    @Test
    void it_goes_from_every_table_and_the_chain_holds() throws SQLException {
        // Other tests put entries beside what derives from them.
        stores.rebuild();
        assertThat(tablesWith(name))
                .contains("ledger_apart", "fact_submission")
                .anyMatch(table -> table.startsWith("published."));
        List<Kept> found = erasure.find(name, "", Fixture.PROGRAM);
        assertThat(found).hasSizeGreaterThanOrEqualTo(2);
        LedgerEntry before = ledger.entry(found.getFirst().submission()).orElseThrow();

        int erased = erasure.erase(hashes(found), WHY, Fixture.PROGRAM);

        assertThat(erased).isEqualTo(found.size());
        assertThat(tablesWith(name)).isEmpty();
        LedgerEntry after = ledger.entry(found.getFirst().submission()).orElseThrow();
        assertThat(after.bytes()).isEqualTo(before.bytes());
        assertThat(ledger.verify(List.of(checkpoint), position -> {}).faults()).isEmpty();
        assertThat(stores.differences()).isEmpty();
        assertThat(erasure.erase(hashes(found), WHY, Fixture.PROGRAM)).isZero();
        for (String page : List.of("/zh/site/" + Fixture.FIRST, "/site/" + Fixture.FIRST + ".ttl")) {
            given().get(page).then().statusCode(200).body(not(containsString(name)));
        }
        String uuid = found.getFirst().submission().replaceFirst(".*/", "");
        given().get("/zh/submission/" + uuid).then().statusCode(200).body(not(containsString(name)));
    }

    @Test
    void the_same_row_handed_in_again_brings_nothing_back() throws SQLException {
        erasure.erase(hashes(erasure.find(name, "", Fixture.PROGRAM)), WHY, Fixture.PROGRAM);
        a_published_judgement_names_somebody();
        assertThat(tablesWith(name)).isEmpty();
    }

    @Test
    void a_row_that_stated_nothing_else_is_known_for_good() {
        long before = stateName(Fixture.SECOND, name);
        assertThat(erasure.erase(hashes(erasure.find(name, "", Fixture.PROGRAM)), WHY, Fixture.PROGRAM))
                .isPositive();
        assertThat(stateName(Fixture.SECOND, name)).isZero();
        stores.rebuild();
        assertThat(stateName(Fixture.SECOND, name)).isZero();
        assertThat(before).isEqualTo(1);
    }

    @Test
    void a_text_that_reads_like_a_number_or_a_code_goes_alone() {
        for (String text : List.of("true", "10", "failed", "a\"b\\c" + times)) {
            stateName(Fixture.CENTRE, text);
            publisher.publish(Fixture.ROUND_TWO, new Text("2026年第二轮", "Round two of 2026"), clock, Fixture.PROGRAM);
            String before = given().get("/site/" + Fixture.CENTRE + ".json").asString();
            List<Kept> found = erasure.find(text, Fixture.CENTRE, Fixture.PROGRAM).stream()
                    .filter(kept -> kept.subject().endsWith(Fixture.CENTRE))
                    .toList();
            assertThat(found).as(text).isNotEmpty();
            erasure.erase(hashes(found), WHY, Fixture.PROGRAM);
            String after = given().get("/site/" + Fixture.CENTRE + ".json").asString();
            assertThat(after).contains(Apart.ERASED);
            Map<String, Object> was = Json.readObject(before);
            Map<String, Object> is = Json.readObject(after);
            for (String kept : List.of("score", "band", "chapters", "site")) {
                assertThat(is.get(kept)).as(text + ": " + kept).isEqualTo(was.get(kept));
            }
        }
    }

    @Test
    void the_name_of_a_file_goes_from_every_entry_of_it_from_public_and_from_the_audit_trail() throws SQLException {
        String file = name + "的评估.xlsx";
        String digest = "%064x".formatted(7_000_000 + times);
        handedIn(file, digest, "工作表“站点”第4行：" + file, "REFUSED", null);
        Provenance brought = new Provenance(
                iris.role("importer"),
                PL.IMPORTING.getURI(),
                clock.instant(),
                new Provenance.Origin(file, digest, "站点", 4),
                null,
                true);
        for (String site : List.of(Fixture.FIRST, Fixture.SECOND)) {
            state(site, "文本" + times, brought);
        }
        publisher.publish(Fixture.ROUND_TWO, new Text("2026年第二轮", "Round two of 2026"), clock, Fixture.PROGRAM);
        audit.note("x", "console", Deed.with(file, "import-facts", "sha256:" + digest));
        assertThat(tablesWith(file)).contains("ledger_apart", "audit_apart", "published.submission", "import_job");
        List<ErasureView> found = erasure.search(file, "", Fixture.PROGRAM);
        // Two entries state it, and it is kept once.
        assertThat(found).extracting(ErasureView::what).containsExactly("fileName", "file");

        erasure.erase(found.stream().map(ErasureView::hash).toList(), WHY, Fixture.PROGRAM);

        assertThat(tablesWith(file)).isEmpty();
        assertThat(ledger.verify(List.of(checkpoint), position -> {}).faults()).isEmpty();
        assertThat(audit.faults()).isEmpty();
        state(Fixture.FIRST, "别的文本" + times, brought);
        assertThat(ledger.verify().faults()).isEmpty();
        assertThat(sqlText(
                        "select string_agg(distinct file_name, ',') from import_job where digest = '" + digest + "'"))
                .isEqualTo(Apart.ERASED_FILE + ".xlsx");
    }

    @Test
    void answers_to_other_files_that_quote_it_and_what_is_kept_of_them_go_too() throws SQLException {
        String text = "现场询问" + name + "，称\"没有\"投诉";
        String quoted = "%064x".formatted(8_000_000 + times);
        String other = "%064x".formatted(9_000_000 + times);
        handedIn(
                "a.csv",
                quoted,
                "a.csv:2: 建筑面积 “" + text + "” 不是数字",
                "REFUSED",
                "site,floorArea\nx,\"" + text.replace("\"", "\"\"") + "\"\n");
        handedIn("b.csv", other, "b.csv:2: 建筑面积 “没有” 不是数字", "REFUSED", "site,floorArea\nx,没有\n");
        erasure.erase(hashes(erasure.find(name, "", Fixture.PROGRAM)), WHY, Fixture.PROGRAM);
        assertThat(tablesWith(name)).isEmpty();
        String answer =
                "select max(zh) from import_answer where job in (select id from import_job where digest = '%s')";
        String kept =
                "select count(*)::text from import_file where job in (select id from import_job where digest = '%s')";
        assertThat(sqlText(answer.formatted(quoted))).isEqualTo(Apart.ERASED);
        assertThat(sqlText(kept.formatted(quoted))).isEqualTo("0");
        assertThat(sqlText(answer.formatted(other))).contains("没有");
        assertThat(sqlText(kept.formatted(other))).isEqualTo("1");
    }

    /** A file that was read, with one answer and, if any, the rows to correct. */
    private void handedIn(String file, String digest, String answer, String kind, @Nullable String refused)
            throws SQLException {
        sql("insert into person (login, name, password, created_at) values ('erasure.test', 'x', 'x', now())"
                + " on conflict do nothing");
        String job = "(select id from import_job where digest = '" + digest + "')";
        sql("insert into import_job (id, kind, file_name, digest, synthetic, person, login, address, state, created_at)"
                + " select gen_random_uuid(), 'FACTS', '" + file + "', '" + digest
                + "', true, id, login, 'x', 'DONE', now() from person where login = 'erasure.test'");
        sql("insert into import_answer (job, number, kind, subject, zh, en) values (" + job + ", 1, '" + kind
                + "', '', '" + answer + "', 'x')");
        if (refused != null) {
            sql("insert into import_file (job, part, name, bytes) values (" + job + ", 'refused', '" + file
                    + "', convert_to('" + refused + "', 'UTF8'))");
        }
    }

    private String sqlText(String query) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private long stateName(String site, String text) {
        return state(
                site,
                text,
                new Provenance(iris.role("importer"), PL.IMPORTING.getURI(), clock.instant(), null, null, true));
    }

    private long state(String site, String text, Provenance provenance) {
        var stated = new TreeMap<String, FactValue>(Map.of("siteName", FactValue.text(text)));
        return facts.record(
                        List.of(new SiteFacts(
                                site,
                                false,
                                site.equals(Fixture.CENTRE) ? "TC" : "RS",
                                LocalDate.of(2026, 10, 6),
                                "Inspector",
                                stated,
                                new TreeMap<>())),
                        editions.list().getFirst().book(),
                        provenance)
                .added();
    }

    @Test
    void nobody_erases_without_the_right_a_reason_or_an_entry() {
        Kept one = ledger.kept("", null, 1).getFirst();
        List<String> hash = List.of(one.apart().hash());
        Actor inspector = new Actor(
                0,
                "x",
                "x",
                List.of(new Grant(Role.INSPECTOR, Grant.EVERYWHERE)),
                EnumSet.allOf(Act.class),
                Actor.CONSOLE,
                false);
        assertThatThrownBy(() -> erasure.erase(hash, WHY, inspector)).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> erasure.find("张三", "", inspector)).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> erasure.erase(hash, " ", Fixture.PROGRAM)).isInstanceOf(Erasure.Refused.class);
        assertThatThrownBy(() -> erasure.erase(List.of("xyz"), WHY, Fixture.PROGRAM))
                .isInstanceOf(Erasure.Refused.class);
        assertThatThrownBy(() -> erasure.find("三", "", Fixture.PROGRAM)).isInstanceOf(Erasure.Refused.class);
        for (String change : List.of(
                "update ledger_apart set value = null, salt = null, erased_by = 1 where hash = '\\x" + hash.getFirst()
                        + "'",
                "update ledger_apart set value = 'x' where hash = '\\x" + hash.getFirst() + "'",
                "delete from ledger_apart")) {
            assertThatThrownBy(() -> sql(change)).as(change).isInstanceOf(SQLException.class);
        }
        assertThat(ledger.verify().faults()).isEqualTo(List.<Fault>of());
    }

    private static List<String> hashes(List<Kept> found) {
        return found.stream().map(kept -> kept.apart().hash()).toList();
    }

    private void sql(String change) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(change);
        }
    }

    /** Every table of which some row holds a text anywhere; bytes are looked at as text, too. */
    private List<String> tablesWith(String text) throws SQLException {
        Map<String, String> columns = new HashMap<>();
        List<String> found = new ArrayList<>();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            try (ResultSet rows = statement.executeQuery(
                    "select table_schema || '.' || table_name, string_agg(case when data_type = 'bytea'"
                            + " then 'position(convert_to(''" + text
                            + "'', ''UTF8'') in ' || quote_ident(column_name) || ') > 0'"
                            + " else 'position(''" + text
                            + "'' in ' || quote_ident(column_name) || '::text) > 0' end, ' or ')"
                            + " from information_schema.columns where table_schema in (current_schema(), 'published')"
                            + " group by 1")) {
                while (rows.next()) {
                    columns.put(rows.getString(1), rows.getString(2));
                }
            }
            for (Map.Entry<String, String> table : columns.entrySet()) {
                try (ResultSet row = statement.executeQuery(
                        "select exists (select from " + table.getKey() + " where " + table.getValue() + ")")) {
                    row.next();
                    if (row.getBoolean(1)) {
                        found.add(table.getKey().replaceFirst("^(?!published)[^.]*\\.", ""));
                    }
                }
            }
        }
        return found;
    }
}
