package org.plumbline.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.plumbline.ledger.Fault.AlteredValue;
import org.plumbline.ledger.Fault.ErasedSilently;
import org.plumbline.ledger.Fault.LostValue;
import org.plumbline.ledger.Fault.NotErased;
import org.plumbline.signature.Signer;

/** Whoever changes what stands apart from the chain is found as well. */
@QuarkusTest
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ApartTamperingTest {
    private static final String ALTER = "update ledger_apart set ";

    @Inject
    Ledger ledger;

    @Inject
    Iris iris;

    @Inject
    Signer signer;

    private LedgerEntry entry;
    private String hash;
    private LedgerEntry erasure;
    private String erased;

    @BeforeEach
    void two_entries_with_texts_of_which_one_was_erased() {
        entry = append(SubmissionGraph.entry(Kind.SUBMISSION, Submissions.full(iris), "00"));
        hash = entry.apart().getFirst().hash();
        LedgerEntry other = append(SubmissionGraph.entry(Kind.SUBMISSION, Submissions.full(iris), "00"));
        erased = other.apart().getFirst().hash();
        Submission erasing = ErasureGraph.of(
                iris.submission(UUID.randomUUID()),
                other.subject(),
                List.of(erased),
                "on request",
                iris.role("district-officer"),
                LocalDate.EPOCH,
                Submissions.NOW);
        erasure = append(SubmissionGraph.entry(Kind.ERASURE, erasing, "00"));
        QuarkusTransaction.requiringNew().run(() -> ledger.erase(List.of(erased), erasure));
        assertThat(ledger.verify().faults()).isEmpty();
    }

    @Test
    void an_altered_value_is_named() throws SQLException {
        assertThat(faultsAfter(ALTER + "value = '\"x\"' where hash = '\\x" + hash + "'"))
                .containsExactly(new AlteredValue(entry.position(), entry.submission(), hash));
    }

    @Test
    void a_value_that_is_gone_is_named() throws SQLException {
        assertThat(faultsAfter("delete from ledger_apart where hash = '\\x" + hash + "'"))
                .containsExactly(new LostValue(entry.position(), entry.submission(), hash));
    }

    @Test
    void a_value_that_no_entry_states_is_named() throws SQLException {
        String more = "aa".repeat(32);
        assertThat(faultsAfter("insert into ledger_apart (hash, position, predicate, salt, value) values ('\\x" + more
                        + "', " + entry.position() + ", 'x', '\\x00', '\"x\"')"))
                .containsExactly(new AlteredValue(entry.position(), entry.submission(), more));
    }

    @Test
    void an_erasure_that_no_entry_says_is_named() throws SQLException {
        List<Fault> faults = faultsAfter(ALTER + "value = null, salt = null, erased_by = " + erasure.position()
                + " where hash = '\\x" + hash + "'");
        assertThat(faults).containsExactly(new ErasedSilently(entry.position(), entry.submission(), hash));
        assertThat(faults.getFirst().message())
                .contains("no later entry says so")
                .contains(hash);
    }

    @Test
    void a_value_that_came_back_is_named() throws SQLException {
        assertThat(faultsAfter(
                        ALTER + "value = '\"x\"', salt = '\\x00', erased_by = null where hash = '\\x" + erased + "'"))
                .contains(new NotErased(erasure.position(), erasure.submission(), erased));
    }

    private List<Fault> faultsAfter(String... tampering) throws SQLException {
        try (Owner owner = new Owner()) {
            return owner.faultsAfter(iris, signer, List.of(), tampering);
        }
    }

    private LedgerEntry append(Entry one) {
        return QuarkusTransaction.requiringNew()
                .call(() -> ledger.append(List.of(one)))
                .getFirst();
    }
}
