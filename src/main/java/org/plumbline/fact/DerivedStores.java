package org.plumbline.fact;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.plumbline.place.Register;

/** The tables that derive from the ledger: made anew from it, and compared with what they would be. */
@ApplicationScoped
public class DerivedStores {
    /** Each table with the columns that put its rows into one order. */
    private static final Map<String, String> TABLES = new LinkedHashMap<>();

    static {
        TABLES.put("place", "code");
        TABLES.put("site", "code");
        TABLES.put("membership", "child, parent, valid_from");
        TABLES.put("fact_submission", "position");
        TABLES.put("observation", "subject, fact, ledger_position");
    }

    private final Register register;
    private final ObservationProjection observations;
    private final EntityManager entities;

    DerivedStores(Register register, ObservationProjection observations, EntityManager entities) {
        this.register = register;
        this.observations = observations;
        this.entities = entities;
    }

    /** Empties the tables and fills them from the ledger again, in one transaction. */
    public void rebuild() {
        QuarkusTransaction.requiringNew().timeout(3600).run(this::fill);
    }

    private void fill() {
        register.rebuild();
        observations.rebuild();
        entities.flush();
    }

    /** A line for each table that is not what the ledger makes it; the tables stay as they are. */
    @ActivateRequestContext
    public List<String> differences() {
        QuarkusTransaction.begin(QuarkusTransaction.beginOptions().timeout(3600));
        try {
            Map<String, String> before = digests();
            fill();
            return differences(before, digests());
        } finally {
            QuarkusTransaction.rollback();
        }
    }

    private static List<String> differences(Map<String, String> before, Map<String, String> after) {
        List<String> lines = new ArrayList<>();
        TABLES.keySet().forEach(table -> {
            if (!Objects.equals(before.get(table), after.get(table))) {
                lines.add("The table " + table + " is not what the ledger makes it (" + before.get(table) + " now, "
                        + after.get(table) + " from the ledger). Run plumbline rebuild.");
            }
        });
        return lines;
    }

    /** Number of rows and a digest over them in order, by table. */
    private Map<String, String> digests() {
        Map<String, String> digests = new LinkedHashMap<>();
        TABLES.forEach((table, order) -> {
            Object[] row = (Object[])
                    entities.createNativeQuery("select count(*), coalesce(md5(string_agg(md5(t::text), '' order by "
                                    + order + ")), '') from " + table + " t")
                            .getSingleResult();
            digests.put(table, row[0] + " rows, " + row[1]);
        });
        return digests;
    }
}
