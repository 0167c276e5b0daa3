package org.plumbline.fact.intake;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.plumbline.account.Act;
import org.plumbline.account.page.FirstStep;

/** Somebody has handed in facts. */
@ApplicationScoped
class FactsStep implements FirstStep {
    private final DataSource database;

    FactsStep(DataSource database) {
        this.database = database;
    }

    @Override
    public int number() {
        return 3;
    }

    @Override
    public String key() {
        return "facts";
    }

    @Override
    public String path() {
        return "/work/imports";
    }

    @Override
    public Act act() {
        return Act.IMPORT_FACTS;
    }

    @Override
    public boolean done() {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement("select exists (select from fact_submission)");
                var row = statement.executeQuery()) {
            return row.next() && row.getBoolean(1);
        } catch (SQLException e) {
            throw new IllegalStateException("The first facts cannot be looked for: " + e.getMessage(), e);
        }
    }
}
