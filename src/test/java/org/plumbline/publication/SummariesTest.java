package org.plumbline.publication;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.TestTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is counted of places when publishing. */
@QuarkusTest
class SummariesTest {
    private static final Path MIGRATION = Path.of("src/main/resources/db/migration/V40__spread.sql");

    @Inject
    Fixture fixture;

    @Inject
    EntityManager database;

    @BeforeEach
    void publish() {
        fixture.publish();
    }

    /** What stood before is counted by the database; both must come to the same. */
    @Test
    @TestTransaction
    void the_migration_counts_as_publishing_does() throws IOException {
        String sql = Files.readString(MIGRATION, StandardCharsets.UTF_8);
        String counted = sql.substring(sql.indexOf("with scored as"), sql.indexOf("update published.summary"));
        Object[] found = (Object[]) database.createNativeQuery((counted
                                + "select count(*), count(*) filter (where c.spread = s.spread and c.quartiles = s.quartiles)"
                                + " from published.summary s left join counted c on c.publication = s.publication"
                                + " and c.edition = s.edition and c.place = s.place and c.site_class = s.site_class"
                                + " join published.place p on p.publication = s.publication and p.code = s.place"
                                + " where s.scored > 0 and p.kind in ('DISTRICT', 'STREET')")
                        .replace("::", "\\:\\:"))
                .getSingleResult();
        assertThat((Long) found[0]).isPositive().isEqualTo(found[1]);
    }

    @Test
    @TestTransaction
    void a_committee_counts_the_sites_that_stand_in_it() {
        Object[] found =
                (Object[]) database.createNativeQuery("select count(*), count(*) filter (where s.sites = t.sites) from"
                                + " (select publication, committee, count(*) as sites from published.site"
                                + " where publication = (select max(id) from published.publication) and committee is not null"
                                + " group by publication, committee) t"
                                + " left join published.summary s on s.publication = t.publication and s.place = t.committee"
                                + " and s.site_class = '' and s.edition = 'model-station/2026'")
                        .getSingleResult();
        assertThat((Long) found[0]).isPositive().isEqualTo(found[1]);
    }
}
