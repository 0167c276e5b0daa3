package org.plumbline.publication.snapshot;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Plain statements on the database. Inside a transaction the pool hands out that transaction's connection. */
@ApplicationScoped
public class Sql {
    private final DataSource database;

    Sql(DataSource database) {
        this.database = database;
    }

    /** Makes one thing of the row at which {@code rows} stands. */
    public interface Row<T> {
        /** The thing. */
        T read(ResultSet rows) throws SQLException;
    }

    /** All rows of a query. Arguments are numbers, strings, booleans, dates, instants, UUIDs, arrays of these, or null. */
    public <T> List<T> list(String query, Row<T> row, @Nullable Object... arguments) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(query)) {
            set(connection, select, arguments);
            List<T> all = new ArrayList<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    all.add(row.read(rows));
                }
            }
            return all;
        } catch (SQLException e) {
            throw new IllegalStateException("The published tables answered: " + e.getMessage(), e);
        }
    }

    /** The first row of a query. */
    public <T> Optional<T> first(String query, Row<T> row, @Nullable Object... arguments) {
        return list(query, row, arguments).stream().findFirst();
    }

    /** Runs an insert, update or delete. */
    public int run(String statement, @Nullable Object... arguments) {
        try (Connection connection = database.getConnection();
                PreparedStatement change = connection.prepareStatement(statement)) {
            set(connection, change, arguments);
            return change.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("The published tables answered: " + e.getMessage(), e);
        }
    }

    private static void set(Connection connection, PreparedStatement statement, @Nullable Object[] arguments)
            throws SQLException {
        for (int i = 0; i < arguments.length; i++) {
            switch (arguments[i]) {
                case LocalDate date -> statement.setDate(i + 1, Date.valueOf(date));
                case Instant moment -> statement.setObject(i + 1, moment.atOffset(ZoneOffset.UTC));
                case Long[] numbers -> statement.setArray(i + 1, connection.createArrayOf("bigint", numbers));
                case Integer[] numbers -> statement.setArray(i + 1, connection.createArrayOf("integer", numbers));
                case Boolean[] flags -> statement.setArray(i + 1, connection.createArrayOf("boolean", flags));
                case @Nullable Object[] texts -> statement.setArray(i + 1, connection.createArrayOf("text", texts));
                case null, default -> statement.setObject(i + 1, arguments[i]);
            }
        }
    }
}
