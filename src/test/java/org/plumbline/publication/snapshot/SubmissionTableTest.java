package org.plumbline.publication.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** Whether the database finds published submissions without reading all of them, in a table as large as a district's. */
@QuarkusTest
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SubmissionTableTest {
    private static final String MANY = """
            insert into published.submission (id, subject, source, observed_on, received, actor, activity, synthetic, position,
                observations, judgements, withheld)
            select gen_random_uuid(), 'site/made-up-' || n % 2000, 'Inspector', date '2026-01-01', now(),
                'https://example.org/id/role/' || n % 200, 'Importing', true, 1000000 + n, '{}', '{}', 0
            from generate_series(1, 20000) n""";

    @Inject
    DataSource database;

    @Test
    void what_is_said_of_a_subject_and_what_a_role_brought_are_found_by_an_index() throws SQLException {
        QuarkusTransaction.begin();
        try (Connection connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(MANY);
            statement.execute("analyze published.submission");
            assertThat(plan(connection, SubmissionTable.ABOUT + 20, "site/made-up-7"))
                    .contains("submission_subject")
                    .doesNotContain("Seq Scan on submission");
            assertThat(plan(connection, SubmissionTable.BY_ACTOR, "https://example.org/id/role/7"))
                    .contains("submission_actor")
                    .doesNotContain("Seq Scan on submission");
        } finally {
            QuarkusTransaction.rollback();
        }
    }

    private static String plan(Connection connection, String query, String first) throws SQLException {
        try (var explain = connection.prepareStatement("explain " + query)) {
            explain.setString(1, first);
            for (int i = 2; i <= 4; i++) {
                explain.setLong(i, 2_000_000);
            }
            StringBuilder plan = new StringBuilder();
            try (var rows = explain.executeQuery()) {
                while (rows.next()) {
                    plan.append(rows.getString(1)).append('\n');
                }
            }
            return plan.toString();
        }
    }
}
