package org.plumbline.fact;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
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
        if (sites.isEmpty()) {
            return new TreeMap<>();
        }
        RegisterLookup register = RegisterLookup.of(sites);
        Map<String, Set<String>> around = new HashMap<>();
        Set<String> subjects = new HashSet<>();
        for (String site : sites) {
            Set<String> places = register.around(site, on);
            around.put(site, places);
            subjects.add("site/" + site);
            places.forEach(place -> subjects.add("place/" + place));
        }
        Map<String, List<Observed>> observed = table.observed(subjects, on, upTo);
        SortedMap<String, String> records = new TreeMap<>();
        for (String site : sites) {
            String siteClass = register.find(site).map(SiteLookup.Known::kind).orElse(null);
            if (siteClass != null) {
                List<CurrentRecord.Held> held = new ArrayList<>();
                for (String place : around.getOrDefault(site, Set.of())) {
                    String kind =
                            register.find(place).map(SiteLookup.Known::kind).orElse("");
                    held.add(new CurrentRecord.Held(
                            iris.place(place),
                            kind == null ? "" : kind,
                            observed.getOrDefault("place/" + place, List.of())));
                }
                List<Observed> own = observed.getOrDefault("site/" + site, List.of());
                records.put(site, CurrentRecord.of(iris.site(site), siteClass, own, held, book, on));
            }
        }
        return records;
    }
}
