package org.plumbline.fact.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.plumbline.fact.erasure.Erased;
import org.plumbline.fact.erasure.Erased.Value;
import org.plumbline.ledger.Apart;
import org.plumbline.rdf.Literals;
import org.plumbline.table.TableFile;
import org.plumbline.table.UnreadableFile;

/**
 * Answers repeat what stood in a cell, and files are kept to be corrected or recorded, so an erased text goes out of them too: of the file
 * that brought it, and of every other that holds the same.
 */
@ApplicationScoped
class AnswersErasure {
    /** How much of a cell an answer quotes. */
    private static final int QUOTED = 40;

    /** A shorter text may stand within others by chance. */
    private static final int TELLING = 4;

    private static final String ENDED = "(select id from import_job where state not in ('WAITING', 'READING'))";

    private final DataSource database;

    AnswersErasure(DataSource database) {
        this.database = database;
    }

    void erase(@Observes Erased erased) {
        try (Connection connection = database.getConnection()) {
            for (Value value : erased.values()) {
                if (value.text().isEmpty()) {
                    continue;
                }
                if (value.fileName()) {
                    rename(connection, value);
                } else {
                    if (value.digest() != null) {
                        ofFile(connection, value.digest(), value.text());
                    }
                    elsewhere(connection, value.text());
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The table of answers said: " + e.getMessage(), e);
        }
    }

    /** Of the file that brought it every answer that holds it, and what is kept: a preview's content, the rows to correct. */
    private static void ofFile(Connection connection, String digest, String text) throws SQLException {
        // A single character stands in almost every answer.
        if (length(text) > 1) {
            run(
                    connection,
                    "update import_answer set zh = ?, en = ? where job in (select id from import_job where digest = ?)"
                            + " and (position(? in zh) > 0 or position(? in en) > 0)",
                    Apart.ERASED,
                    Apart.ERASED,
                    digest,
                    text,
                    text);
        }
        run(
                connection,
                "delete from import_file where job in (select id from import_job where digest = ?) and job in " + ENDED,
                digest);
    }

    /** Of other files the answers that quote it, and what is kept of those in which a cell holds it. */
    private static void elsewhere(Connection connection, String text) throws SQLException {
        boolean whole = text.length() <= QUOTED;
        String head = Literals.shown(whole ? text : text.substring(0, QUOTED));
        run(
                connection,
                "update import_answer set zh = ?, en = ? where position(? in zh) > 0 or position(? in en) > 0"
                        + " or ? and (position(? in zh) > 0 or position(? in en) > 0)",
                Apart.ERASED,
                Apart.ERASED,
                "“" + head + (whole ? "”" : ""),
                "\"" + head + (whole ? "\"" : ""),
                length(text) >= TELLING,
                text,
                text);
        for (UUID job : jobs(connection)) {
            if (holds(connection, job, text)) {
                run(connection, "delete from import_file where job = ?", job);
            }
        }
    }

    private static List<UUID> jobs(Connection connection) throws SQLException {
        try (var select = connection.prepareStatement("select distinct job from import_file where job in " + ENDED);
                var rows = select.executeQuery()) {
            List<UUID> jobs = new ArrayList<>();
            while (rows.next()) {
                jobs.add(rows.getObject(1, UUID.class));
            }
            return jobs;
        }
    }

    private static boolean holds(Connection connection, UUID job, String text) throws SQLException {
        try (var select = connection.prepareStatement("select name, bytes from import_file where job = ?")) {
            select.setObject(1, job);
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    if (holds(new TableFile(rows.getString(1), rows.getBytes(2)), text)) {
                        return true;
                    }
                }
                return false;
            }
        }
    }

    private static boolean holds(TableFile file, String text) {
        boolean telling = length(text) >= TELLING;
        try {
            return file.tables().stream()
                    .flatMap(table -> table.rows().stream())
                    .flatMap(row -> row.cells().stream())
                    .anyMatch(cell ->
                            cell.text().equals(text) || telling && cell.text().contains(text));
        } catch (UnreadableFile e) {
            // No table, a graph perhaps.
            return new String(file.bytes(), StandardCharsets.UTF_8).contains(text);
        }
    }

    /** The name of a file goes, its ending stays: it says how the file is read. */
    private static void rename(Connection connection, Value name) throws SQLException {
        int dot = name.text().lastIndexOf('.');
        String ending = dot >= 0 && name.text().substring(dot).matches("\\.[A-Za-z0-9]{1,8}")
                ? name.text().substring(dot)
                : "";
        String digest = name.digest() == null ? "" : name.digest();
        String jobs = "(select id from import_job where file_name = ? and ? in ('', digest))";
        run(
                connection,
                "update import_answer set zh = replace(zh, ?, ?), en = replace(en, ?, ?) where job in " + jobs,
                name.text(),
                Apart.ERASED_FILE + ending,
                name.text(),
                Apart.ERASED_FILE + ending,
                name.text(),
                digest);
        run(
                connection,
                "update import_file set name = part || substring(name from '\\.[A-Za-z0-9]+$') where job in " + jobs,
                name.text(),
                digest);
        run(
                connection,
                "update import_job set file_name = ?, fault_zh = replace(fault_zh, ?, ?), fault_en = replace(fault_en, ?, ?)"
                        + " where id in " + jobs,
                Apart.ERASED_FILE + ending,
                name.text(),
                Apart.ERASED_FILE,
                name.text(),
                Apart.ERASED_FILE,
                name.text(),
                digest);
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    private static void run(Connection connection, String change, Object... arguments) throws SQLException {
        try (var statement = connection.prepareStatement(change)) {
            for (int i = 0; i < arguments.length; i++) {
                statement.setObject(i + 1, arguments[i]);
            }
            statement.executeUpdate();
        }
    }
}
