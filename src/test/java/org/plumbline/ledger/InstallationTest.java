package org.plumbline.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.plumbline.house.OneConnection;
import org.plumbline.signature.SignatureConfig;
import org.plumbline.signature.Signer;

@QuarkusTest
class InstallationTest {
    @Inject
    DataSource database;

    @Inject
    Ledger ledger;

    @Inject
    Iris iris;

    @Inject
    SignatureConfig keys;

    @Inject
    LedgerConfig config;

    @Test
    void the_chain_goes_on_after_a_restart() throws SQLException {
        var before = QuarkusTransaction.requiringNew()
                .call(() -> ledger.append(List.of(Submissions.entry(iris, "1", 1))))
                .getLast();
        var made = ledger.checkpoint(clock());
        // Everything that a process keeps in memory is made anew; only the database and the key's folder stay.
        try (var connection = new OneConnection("quarkus.datasource")) {
            var again = new Ledger(
                    new LedgerTable(connection.asDataSource()), new Iris(config.base()), new Signer(keys.folder()));
            var next = again.append(List.of(Submissions.entry(iris, "1", 2))).getFirst();
            connection.connection.commit();
            assertThat(next.position()).isEqualTo(before.position() + 1);
            assertThat(next.chain()).isEqualTo(Head.link(before.chain(), next.hash()));
            assertThat(again.verify(List.of(made), position -> {}).faults()).isEmpty();
        }
        assertThat(ledger.head().length()).isEqualTo(before.position() + 1);
    }

    @Test
    void the_base_stays_what_it_was_at_first_start() {
        var same = new Installation(database, new Iris(URI.create(iris.base())), clock());
        assertThatCode(same::fix).doesNotThrowAnyException();
        var other = new Installation(database, new Iris(URI.create("https://elsewhere.org/")), clock());
        assertThatThrownBy(other::fix)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("plumbline.base is https://elsewhere.org/, but this database names everything below "
                        + iris.base() + " since its first start: set plumbline.base=" + iris.base());
    }

    private Clock clock() {
        return new ClockProducer().clock(config);
    }
}
