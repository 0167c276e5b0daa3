package org.plumbline.account.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plumbline.house.OneConnection;

@QuarkusTest
class AuditTest {
    @Inject
    Audit audit;

    @Inject
    DataSource database;

    @Inject
    Clock clock;

    private long last;

    @BeforeEach
    void three_deeds() {
        audit.note("li.ming", "192.0.2.1", new Deed("test-deed", "first\u0000\nline", "because"));
        audit.note("li.ming", "192.0.2.1", new Deed("test-deed", "second"));
        audit.note("wang.fang", "console", new Deed("test-deed", "third"));
        last = audit.before(Long.MAX_VALUE, "", "", 1).getFirst().position();
    }

    @Test
    void deeds_are_found_by_person_kind_and_words() {
        assertThat(audit.before(Long.MAX_VALUE, "WANG", "test-deed", 1)
                        .getFirst()
                        .what())
                .isEqualTo("third");
        assertThat(audit.before(last, "", "test-deed", 2))
                .extracting(AuditEntry::what)
                .containsExactly("second", "first  line");
        assertThat(audit.before(Long.MAX_VALUE, "because", "", 1).getFirst().why())
                .isEqualTo("because");
        assertThat(audit.before(Long.MAX_VALUE, "%", "no-such-deed", 5)).isEmpty();
        assertThat(audit.acts()).contains("test-deed");
    }

    @Test
    void the_chain_holds() {
        assertThat(audit.faults()).isEmpty();
    }

    @Test
    void the_program_can_neither_change_nor_delete_an_entry() {
        for (String statement : List.of(
                "update audit_entry set what = 'x' where position = " + last,
                "delete from audit_entry where position = " + last,
                "truncate audit_entry")) {
            assertThatThrownBy(() -> {
                        try (Connection connection = database.getConnection()) {
                            connection.createStatement().execute(statement);
                        }
                    })
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("audit_entry");
        }
    }

    @Test
    void what_the_owner_alters_takes_out_or_puts_in_is_named() throws SQLException {
        assertThat(faultsAfter("update audit_entry set what = 'x' where position = " + last))
                .containsExactly("Audit entry " + last + " was altered: its columns, bytes and hash do not agree.");
        assertThat(faultsAfter("delete from audit_entry where position = " + (last - 1)))
                .first()
                .asString()
                .contains("what stood between is gone");
        assertThat(faultsAfter(
                        "update audit_entry set bytes = 'x', hash = sha256('x'::bytea) where position = " + (last - 1)))
                .anyMatch(fault -> fault.contains((last - 1) + " was altered"))
                .anyMatch(fault -> fault.contains((last - 1) + " does not continue the chain"));
    }

    @Test
    void an_erased_reason_and_name_of_a_file_are_gone_and_the_chain_still_holds() throws SQLException {
        String name = "欧阳测试审计" + last;
        audit.note("li.ming", "console", new Deed("test-deed", "sha256:aa", "按" + name + "的申请", name + ".xlsx"));
        long position =
                audit.before(Long.MAX_VALUE, name, "test-deed", 1).getFirst().position();
        List<Audit.Text> found = audit.texts(name, 10);
        assertThat(found).extracting(Audit.Text::field).containsExactly("file", "why");
        assertThat(found.getFirst().entry().whole()).isEqualTo(name + ".xlsx sha256:aa");
        List<String> hashes = found.stream().map(Audit.Text::hash).toList();

        QuarkusTransaction.requiringNew().run(() -> audit.erase(hashes, "officer", "console", "当事人申请"));

        AuditEntry entry = audit.before(position + 1, "", "", 1).getFirst();
        assertThat(entry.why()).isEqualTo(AuditEntry.ERASED);
        assertThat(entry.whole()).isEqualTo(AuditEntry.ERASED + " sha256:aa");
        assertThat(audit.before(Long.MAX_VALUE, name, "", 1)).isEmpty();
        assertThat(audit.texts(hashes)).isEmpty();
        assertThat(audit.before(Long.MAX_VALUE, "", "erase-audit", 1))
                .singleElement()
                .satisfies(said -> {
                    assertThat(said.what()).isEqualTo(position + " file, " + position + " why");
                    assertThat(said.why()).isEqualTo("当事人申请");
                });
        assertThat(audit.faults()).isEmpty();
    }

    @Test
    void a_text_of_the_trail_goes_only_by_an_entry_that_names_it_and_tampering_is_named() throws SQLException {
        audit.note("li.ming", "console", new Deed("test-deed", "x", "a reason"));
        long position =
                audit.before(Long.MAX_VALUE, "", "test-deed", 1).getFirst().position();
        for (String statement : List.of(
                "update audit_apart set value = 'x' where position = " + position,
                "update audit_apart set value = null, salt = null, erased_by = 1 where position = " + position,
                "delete from audit_apart")) {
            assertThatThrownBy(() -> {
                        try (Connection connection = database.getConnection()) {
                            connection.createStatement().execute(statement);
                        }
                    })
                    .as(statement)
                    .isInstanceOf(SQLException.class);
        }
        assertThat(faultsAfter("update audit_apart set value = 'another' where position = " + position))
                .containsExactly(
                        "Audit entry " + position + " was altered: its text \"why\" is not the one that was hashed.");
        assertThat(faultsAfter(
                        "update audit_apart set value = null, salt = null, erased_by = 1 where position = " + position))
                .containsExactly("Audit text " + position + " why is gone, and no later entry says so.");
        assertThat(faultsAfter("delete from audit_apart where position = " + position))
                .containsExactly("Audit entry " + position + " was altered: its columns, bytes and hash do not agree.");
    }

    /** Somebody with the owner's password tampers; everything is taken back at the end. */
    private List<String> faultsAfter(String tampering) throws SQLException {
        try (OneConnection owner = new OneConnection("quarkus.flyway")) {
            owner.sql("alter table audit_entry disable trigger user");
            owner.sql("alter table audit_apart disable trigger user");
            owner.sql("alter table audit_entry drop constraint if exists audit_entry_check");
            owner.sql(tampering);
            List<String> faults = new Audit(new AuditTable(owner.asDataSource()), clock).faults();
            owner.connection.rollback();
            return faults;
        }
    }
}
