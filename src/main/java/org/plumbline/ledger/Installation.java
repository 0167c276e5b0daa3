package org.plumbline.ledger;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import javax.sql.DataSource;

/** Fixes the base IRI at first start, and stops a start with another one. */
@ApplicationScoped
public class Installation {
    private final DataSource database;
    private final Iris iris;
    private final Clock clock;

    Installation(DataSource database, Iris iris, Clock clock) {
        this.database = database;
        this.iris = iris;
        this.clock = clock;
    }

    /** Before anything else that starts, for others may already name things. */
    void start(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent event) {
        fix();
    }

    /**
     * Writes the base down when there is none yet.
     *
     * @throws IllegalStateException when another base was fixed before
     */
    void fix() {
        try (var connection = database.getConnection()) {
            try (var insert = connection.prepareStatement(
                    "insert into installation (base, fixed_at) values (?, ?) on conflict do nothing")) {
                insert.setString(1, iris.base());
                insert.setObject(2, OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
                insert.executeUpdate();
            }
            try (var select = connection.createStatement();
                    var rows = select.executeQuery("select base from installation")) {
                rows.next();
                var fixed = rows.getString(1);
                if (!fixed.equals(iris.base()))
                    throw new IllegalStateException(
                            "plumbline.base is " + iris.base() + ", but this database names everything " + "below "
                                    + fixed + " since its first start: set plumbline.base=" + fixed);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The base IRI cannot be read from the database", e);
        }
    }
}
