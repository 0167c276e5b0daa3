package org.plumbline.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.plumbline.place.PlaceKind;
import org.plumbline.place.Register;
import org.plumbline.place.RegisterChange.Names;
import org.plumbline.place.RegisterChange.PlaceState;
import org.plumbline.rdf.Canonical;
import org.plumbline.rdf.PL;

/** What only this installation can make. */
@QuarkusTest
class SecretTest {
    private static final byte[] CONTENT = "480".getBytes(StandardCharsets.UTF_8);

    @Inject
    Secret secret;

    @Inject
    DataSource database;

    @Inject
    Register register;

    @Inject
    Iris iris;

    @Test
    void it_gives_the_same_again_and_nobody_else_can() {
        assertThat(secret.of(CONTENT)).hasSize(32).isEqualTo(secret.of(CONTENT));
        assertThat(secret.of(CONTENT)).isEqualTo(new Secret(database).of(CONTENT));
        assertThat(secret.of(CONTENT)).isNotEqualTo(Canonical.hash(CONTENT));
    }

    @Test
    void an_entry_holds_a_nonce_that_its_name_does_not_tell() {
        LedgerEntry entry = register.record(List.of(new Register.Recorded(
                        new PlaceState(
                                "310112981",
                                PlaceKind.STREET,
                                Names.of("试验街道"),
                                null,
                                new TreeSet<>(),
                                LocalDate.EPOCH),
                        new Provenance(iris.role("office"), PL.REGISTERING.getURI(), Submissions.NOW))))
                .getFirst();
        assertThat(new String(entry.bytes(), StandardCharsets.UTF_8))
                .contains("<" + PL.NONCE.getURI() + "> \"" + secret.nonce(entry.submission()) + "\"");
    }

    @Test
    void nothing_changes_it() {
        assertThat(secret.of(CONTENT)).isNotEmpty();
        assertThatThrownBy(() -> {
                    try (var connection = database.getConnection();
                            var update = connection.createStatement()) {
                        update.executeUpdate("update secret set bytes = sha256('')");
                    }
                })
                .isInstanceOf(SQLException.class);
    }
}
