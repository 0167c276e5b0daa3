package org.plumbline.fact;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.plumbline.ledger.Iris;
import org.plumbline.standard.FactBook;

/** The records of sites of this installation, computed from the observations of those sites and of the places around them. */
@ApplicationScoped
public class CurrentRecords {
    /** Everything that is in the ledger. */
    public static final long NOW = Long.MAX_VALUE;

    private final ObservationTable table;
    private final Iris iris;

    CurrentRecords(ObservationTable table, Iris iris) {
        this.table = table;
        this.iris = iris;
    }

    /** The record of one site as canonical JSON; empty when the register has no such site. */
    public Optional<String> of(String site, FactBook book, LocalDate on, long upTo) {
        return Optional.ofNullable(of(List.of(site), book, on, upTo).get(site));
    }

    /**
     * The records of some sites; ask for some hundreds at a time.
     *
     * @param sites codes; those that the register does not have are left out
     * @param book the fact vocabulary: how long facts count, and who holds them
     * @param on the day for which the records hold
     * @param upTo position of the ledger up to which entries are known; {@link #NOW} for all
     * @return canonical JSON by site code
     */
    @Transactional
    public SortedMap<String, String> of(Collection<String> sites, FactBook book, LocalDate on, long upTo) {
        Knowledge known = known(sites, on, upTo, upTo);
        SortedMap<String, String> records = new TreeMap<>();
        for (String site : sites) {
            known.record(site, book, upTo).ifPresent(record -> records.put(site, record));
        }
        return records;
    }

    /**
     * What was known of some sites while the ledger grew; ask for some hundreds at a time.
     *
     * @param on the day for which it holds
     * @param from the first position of the ledger that will be asked for
     * @param upTo the last one
     */
    @Transactional
    public Knowledge known(Collection<String> sites, LocalDate on, long from, long upTo) {
        RegisterLookup register = RegisterLookup.of(sites, upTo);
        Map<String, Set<String>> around = new HashMap<>();
        Set<String> subjects = new HashSet<>();
        for (String site : sites) {
            Set<String> places = register.around(site, on);
            around.put(site, places);
            subjects.add("site/" + site);
            places.forEach(place -> subjects.add("place/" + place));
        }
        Map<String, List<Observed>> observed = subjects.isEmpty() ? Map.of() : table.observed(subjects, on, from, upTo);
        return new Knowledge(register, around, observed, on, iris);
    }
}
