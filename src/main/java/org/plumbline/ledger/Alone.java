package org.plumbline.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * Work that one of several servers on a database does at a time. Whoever holds the database's lock of its name does it; the lock goes with
 * the connection, so that a server that was killed holds none.
 */
@ApplicationScoped
public class Alone {
    private final DataSource database;

    Alone(DataSource database) {
        this.database = database;
    }

    /**
     * Does some work unless somebody does it already.
     *
     * @param name of the work; different work must have different names
     * @return whether it was done
     * @throws SQLException when the database cannot be asked
     */
    public boolean run(String name, Runnable work) throws SQLException {
        try (Connection held = database.getConnection()) {
            if (!locked(held, "select pg_try_advisory_lock(hashtextextended(?, 0))", name)) {
                return false;
            }
            try {
                work.run();
            } finally {
                locked(held, "select pg_advisory_unlock(hashtextextended(?, 0))", name);
            }
            return true;
        }
    }

    private static boolean locked(Connection connection, String sql, String name) throws SQLException {
        try (var select = connection.prepareStatement(sql)) {
            select.setString(1, name);
            try (var rows = select.executeQuery()) {
                return rows.next() && rows.getBoolean(1);
            }
        }
    }
}
