package org.plumbline.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.ledger.Fault.AlteredBytes;
import org.plumbline.ledger.Fault.AlteredColumn;
import org.plumbline.ledger.Fault.AlteredHash;
import org.plumbline.ledger.Fault.BrokenChain;
import org.plumbline.ledger.Fault.ForeignCheckpoint;
import org.plumbline.ledger.Fault.ForgedCheckpoint;
import org.plumbline.ledger.Fault.Missing;
import org.plumbline.ledger.Fault.Reordered;
import org.plumbline.ledger.Fault.Rewritten;
import org.plumbline.ledger.Fault.TailCut;
import org.plumbline.ledger.Fault.UnknownKey;
import org.plumbline.signature.Signer;

/** Whoever holds the owner's password can change the tables; verify finds it and names it. */
@QuarkusTest
class TamperingTest {
    private static final Clock DAY = Clock.fixed(Instant.parse("2026-11-03T00:00:00Z"), ZoneOffset.UTC);
    /** Chains every entry anew from the one before it, as somebody would who covers the tracks. */
    private static final String RECHAIN = """
            do $$ declare p bytea; e record; begin
                select chain into p from ledger_entry where position = %1$d - 1;
                for e in select position, hash from ledger_entry where position >= %1$d order by position loop
                    p := sha256(coalesce(p, decode(repeat('00', 32), 'hex')) || e.hash);
                    update ledger_entry set chain = p where position = e.position;
                end loop;
            end $$""";

    @Inject
    Ledger ledger;

    @Inject
    Iris iris;

    @Inject
    Signer signer;

    private List<LedgerEntry> entries = List.of();
    private long first;
    private Owner owner;

    @BeforeEach
    void five_entries_a_checkpoint_and_five_more() throws SQLException {
        entries = new ArrayList<>(append());
        ledger.checkpoint(DAY);
        entries.addAll(append());
        first = entries.getFirst().position();
        owner = new Owner();
    }

    @AfterEach
    void everything_is_undone() throws SQLException {
        owner.close();
        assertThat(ledger.verify().faults()).isEmpty();
    }

    @Test
    void untouched_everything_holds() throws SQLException {
        assertThat(faultsAfter()).isEmpty();
    }

    @Test
    void altered_bytes_are_named() throws SQLException {
        var faults = faultsAfter("update ledger_entry set bytes = bytes || 'x' where position = " + (first + 3));
        assertThat(faults).containsExactly(new AlteredBytes(first + 3, submission(3)));
        assertThat(faults.getFirst().message())
                .isEqualTo("entry " + (first + 3) + " (" + submission(3)
                        + "): its bytes were altered after it was recorded");
    }

    @Test
    void an_altered_hash_is_told_from_altered_bytes() throws SQLException {
        assertThat(faultsAfter("update ledger_entry set hash = sha256('x') where position = " + (first + 3)))
                .containsExactly(new AlteredHash(first + 3, submission(3)));
    }

    @Test
    void bytes_altered_with_their_hash_break_the_chain() throws SQLException {
        assertThat(faultsAfter("update ledger_entry set bytes = " + others(5) + ", hash = sha256(" + others(5)
                        + ") where position = " + (first + 3)))
                .contains(new BrokenChain(first + 3, submission(3)))
                .allMatch(fault -> fault.position() == first + 3);
    }

    @Test
    void an_altered_column_is_named_with_the_statement_it_hides() throws SQLException {
        for (var change : List.of("subject = 'x'", "actor = 'x'", "recorded_at = recorded_at - interval '1 day'")) {
            var faults = faultsAfter("update ledger_entry set " + change + " where position = " + (first + 3));
            assertThat(faults).hasSize(1).first().isInstanceOf(AlteredColumn.class);
            assertThat(faults.getFirst().position()).isEqualTo(first + 3);
        }
    }

    @Test
    void a_missing_entry_is_named() throws SQLException {
        assertThat(faultsAfter("delete from ledger_entry where position in (" + (first + 3) + "," + (first + 4) + ")"))
                .contains(new Missing(first + 3, first + 4))
                .first()
                .extracting(Fault::message)
                .isEqualTo("entries " + (first + 3) + " to " + (first + 4) + " are missing");
    }

    @Test
    void an_entry_taken_out_and_the_gap_closed_breaks_the_chain() throws SQLException {
        var faults = faultsAfter(
                "delete from ledger_entry where position = " + (first + 6),
                "update ledger_entry set position = position + 1000000 where position > " + (first + 6),
                "update ledger_entry set position = position - 1000001 where position > 1000000");
        assertThat(faults).containsExactly(new BrokenChain(first + 6, submission(7)));
    }

    @Test
    void exchanged_entries_are_named_with_where_they_belong() throws SQLException {
        var faults = faultsAfter(
                "update ledger_entry set position = 1000000 where position = " + (first + 6),
                "update ledger_entry set position = " + (first + 6) + " where position = " + (first + 7),
                "update ledger_entry set position = " + (first + 7) + " where position = 1000000");
        assertThat(faults)
                .contains(
                        new Reordered(first + 6, submission(7), first + 7),
                        new Reordered(first + 7, submission(6), first + 5));
    }

    @Test
    void a_rewritten_tail_is_found_by_the_checkpoint() throws SQLException {
        var faults = faultsAfter(
                "update ledger_entry set bytes = " + others(5) + ", hash = sha256(" + others(5) + ") where position = "
                        + (first + 3),
                RECHAIN.formatted(first + 3));
        assertThat(faults)
                .anyMatch(fault -> fault instanceof Rewritten found
                        && found.checkpoint().length() == first + 4
                        && found.agreed() < first + 3);
    }

    @Test
    void a_cut_tail_is_found_by_a_checkpoint_kept_outside() throws SQLException {
        var kept = Checkpoint.read(ledger.checkpoint(DAY).json());
        var cut = new String[] {
            "delete from ledger_checkpoint where length > " + (first + 4),
            "delete from ledger_entry where position > " + (first + 4)
        };
        assertThat(faultsAfter(cut)).isEmpty();
        assertThat(owner.faultsAfter(iris, signer, List.of(kept), cut)).containsExactly(new TailCut(kept, first + 4));
    }

    @Test
    void a_forged_an_unknown_and_a_foreign_checkpoint_are_named(@TempDir Path folder) throws SQLException {
        var made = ledger.checkpoint(DAY);
        assertThat(faultsAfter("update ledger_checkpoint set head = sha256('x') where length = " + made.length()))
                .hasSize(1)
                .first()
                .isInstanceOf(ForgedCheckpoint.class);
        var stranger = new Signer(folder);
        var signature = Base64.getEncoder().encodeToString(stranger.sign(made.signedBytes()));
        var unknown = new Checkpoint(made.base(), made.date(), made.head(), made.length(), stranger.keyId(), signature);
        assertThat(ledger.verify(List.of(unknown), position -> {}).faults()).containsExactly(new UnknownKey(unknown));
        var foreign = new Checkpoint(
                "https://elsewhere.org/", LocalDate.EPOCH, made.head(), 1, made.keyId(), made.signature());
        assertThat(ledger.verify(List.of(foreign), position -> {}).faults())
                .containsExactly(new ForeignCheckpoint(foreign));
    }

    private List<Fault> faultsAfter(String... tampering) throws SQLException {
        return owner.faultsAfter(iris, signer, List.of(), tampering);
    }

    private String others(int index) {
        return "(select bytes from ledger_entry where position = " + (first + index) + ")";
    }

    private String submission(int index) {
        return entries.get(index).submission();
    }

    private List<LedgerEntry> append() {
        List<Entry> five = new ArrayList<>();
        for (int i = 0; i < 5; i++) five.add(Submissions.entry(iris, "310112001001-RS01", 400 + i));
        return QuarkusTransaction.requiringNew().call(() -> ledger.append(five));
    }
}
