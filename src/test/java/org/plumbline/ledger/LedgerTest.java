package org.plumbline.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionalException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class LedgerTest {
    private static final Clock DAY = Clock.fixed(Instant.parse("2026-11-02T00:00:00Z"), ZoneOffset.UTC);

    @Inject
    Ledger ledger;

    @Inject
    Iris iris;

    @Inject
    DataSource database;

    @Test
    void an_entry_is_chained_to_the_one_before_it() {
        var before = ledger.head();
        var entries = List.of(Submissions.entry(iris, "1", 480), Submissions.entry(iris, "2", 600));
        var recorded = append(entries);
        assertThat(recorded)
                .extracting(LedgerEntry::position)
                .containsExactly(before.length() + 1, before.length() + 2);
        assertThat(ledger.head())
                .isEqualTo(new Head(
                        before.length() + 2,
                        HexFormat.of().formatHex(recorded.getLast().chain())));
        var read = ledger.entries(before.length() + 1, 2).toList();
        assertThat(read).usingRecursiveComparison().ignoringFields("read").isEqualTo(recorded);
        assertThat(read.getFirst().bytes()).isEqualTo(entries.getFirst().bytes());
        assertThat(ledger.entry(entries.getLast().submission()))
                .map(LedgerEntry::position)
                .contains(before.length() + 2);
        assertThat(ledger.verify().faults()).isEmpty();
    }

    @Test
    void what_is_rolled_back_leaves_no_gap() {
        var before = ledger.head();
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                    ledger.append(List.of(Submissions.entry(iris, "1", 1)));
                    assertThat(ledger.head().length()).isEqualTo(before.length() + 1);
                    throw new IllegalStateException("changed my mind");
                }))
                .hasMessageContaining("changed my mind");
        assertThat(ledger.head()).isEqualTo(before);
        append(List.of(Submissions.entry(iris, "1", 2)));
        assertThat(ledger.head().length()).isEqualTo(before.length() + 1);
    }

    @Test
    void appending_needs_the_callers_transaction() {
        assertThatThrownBy(() -> ledger.append(List.of(Submissions.entry(iris, "1", 1))))
                .isInstanceOf(TransactionalException.class);
    }

    @Test
    void many_writers_at_once_still_make_one_chain() throws Exception {
        var before = ledger.head().length();
        try (var writers = Executors.newVirtualThreadPerTaskExecutor()) {
            var tasks = IntStream.range(0, 12)
                    .mapToObj(writer ->
                            (Callable<Integer>) () -> append(entries(25)).size())
                    .toList();
            for (var done : writers.invokeAll(tasks)) assertThat(done.get()).isEqualTo(25);
        }
        assertThat(ledger.head().length()).isEqualTo(before + 12 * 25);
        assertThat(ledger.verify().holds()).isTrue();
    }

    @Test
    void thousands_of_entries_a_second_go_in() {
        append(entries(500));
        var entries = entries(5000);
        var start = System.nanoTime();
        append(entries);
        var took = Duration.ofNanos(System.nanoTime() - start);
        assertThat(took).as("5000 entries").isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void reading_streams_pages_and_stops_at_the_limit() {
        append(entries(2500));
        var head = ledger.head().length();
        var positions =
                ledger.entries(head - 2400, 2100).map(LedgerEntry::position).toList();
        assertThat(positions)
                .isEqualTo(LongStream.range(head - 2400, head - 300).boxed().toList());
        assertThat(ledger.entries(head + 1)).isEmpty();
    }

    @Test
    void an_ended_day_has_one_checkpoint_for_a_head() {
        append(entries(1));
        var first = ledger.checkpoint(DAY);
        var count = ledger.checkpoints().size();
        assertThat(ledger.checkpoint(Clock.offset(DAY, Duration.ofHours(20)))).isEqualTo(first);
        assertThat(ledger.checkpoints()).hasSize(count).contains(first);
        assertThat(ledger.checkpoint(Clock.offset(DAY, Duration.ofDays(1))).head())
                .isEqualTo(first.head());
        append(entries(1));
        assertThat(ledger.checkpoint(DAY).length()).isEqualTo(first.length() + 1);
        assertThat(Checkpoint.read(first.json())).isEqualTo(first);
        assertThatThrownBy(() -> Checkpoint.read("{\"base\":\"http://x/\"}"))
                .hasMessageContaining("\"date\" is missing");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update ledger_entry set subject = 'x'",
                "delete from ledger_entry",
                "truncate ledger_entry cascade",
                "update ledger_checkpoint set length = 0",
                "delete from ledger_checkpoint",
                "truncate installation cascade",
                "update installation set base = 'x'",
                "alter table ledger_entry disable trigger user",
                "drop table ledger_entry"
            })
    void the_programs_role_cannot_change_the_record(String statement) throws Exception {
        append(entries(1));
        try (var connection = database.getConnection();
                var run = connection.createStatement()) {
            assertThatThrownBy(() -> run.execute(statement))
                    .hasMessageMatching("(?s).*(permission denied|must be owner).*");
        }
    }

    @Test
    void not_even_the_owner_changes_it_by_mistake() throws Exception {
        append(entries(1));
        for (var statement : List.of(
                "update ledger_entry set subject = 'x'", "delete from ledger_entry", "truncate ledger_entry cascade"))
            try (var connection = java.sql.DriverManager.getConnection(
                            config("jdbc-url"), config("username"), config("password"));
                    var run = connection.createStatement()) {
                assertThatThrownBy(() -> run.execute(statement)).hasMessageContaining("only ever added to");
            }
    }

    @Test
    void an_entry_beside_the_chain_is_refused_by_the_database() throws Exception {
        append(entries(1));
        try (var connection = database.getConnection();
                var run = connection.createStatement()) {
            assertThatThrownBy(
                            () -> run.execute(
                                    "insert into ledger_entry select position + 1, kind, 'x', subject, actor,"
                                            + " recorded_at, bytes, hash, chain from ledger_entry order by position desc limit 1"))
                    .hasMessageContaining("does not continue the chain");
            assertThatThrownBy(
                            () -> run.execute("insert into ledger_entry select position + 1, kind, 'x', subject, actor,"
                                    + " recorded_at, bytes, sha256('x'), sha256(chain || sha256('x')) from ledger_entry"
                                    + " order by position desc limit 1"))
                    .hasMessageContaining("ledger_entry_hash_check");
        }
    }

    private static String config(String key) {
        return org.eclipse.microprofile.config.ConfigProvider.getConfig()
                .getValue("quarkus.flyway." + key, String.class);
    }

    private List<LedgerEntry> append(List<Entry> entries) {
        return QuarkusTransaction.requiringNew().call(() -> ledger.append(entries));
    }

    private List<Entry> entries(int count) {
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < count; i++) entries.add(Submissions.entry(iris, "site-" + i, i));
        return entries;
    }
}
