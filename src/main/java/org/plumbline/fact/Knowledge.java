package org.plumbline.fact;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.plumbline.ledger.Iris;
import org.plumbline.rulebook.json.Json;
import org.plumbline.standard.FactBook;

/** What is known of some sites and the places around them on one day, at any position of the ledger within a range. */
public final class Knowledge {
    private final RegisterLookup register;
    private final Map<String, Set<String>> around;
    private final Map<String, List<Observed>> observed;
    private final LocalDate on;
    private final Iris iris;

    Knowledge(
            RegisterLookup register,
            Map<String, Set<String>> around,
            Map<String, List<Observed>> observed,
            LocalDate on,
            Iris iris) {
        this.register = register;
        this.around = around;
        this.observed = observed;
        this.on = on;
        this.iris = iris;
    }

    /**
     * The record of a site as canonical JSON; empty when the register has no such site.
     *
     * @param book the fact vocabulary: how long facts count, and who holds them
     * @param position position of the ledger up to which entries are known
     */
    public Optional<String> record(String site, FactBook book, long position) {
        return json(site, book, position).map(CanonicalJson::write);
    }

    /** The same, as {@link Json#readObject} would read it. */
    public Optional<Map<String, Object>> plain(String site, FactBook book, long position) {
        return json(site, book, position).map(CanonicalJson::plain);
    }

    private Optional<ObjectNode> json(String site, FactBook book, long position) {
        return siteClass(site).map(siteClass -> {
            List<CurrentRecord.Held> held = new ArrayList<>();
            for (String place : around.getOrDefault(site, Set.of())) {
                held.add(new CurrentRecord.Held(iris.place(place), kind(place), observed("place/" + place, position)));
            }
            return CurrentRecord.of(iris.site(site), siteClass, observed("site/" + site, position), held, book, on);
        });
    }

    /** The class of a site; empty when the register has no such site. */
    public Optional<String> siteClass(String site) {
        return register.find(site).filter(known -> !known.place()).map(SiteLookup.Known::kind);
    }

    /** Whether the register had the site, as far as the ledger is read: it stood somewhere. */
    public boolean registered(String site) {
        return !around.getOrDefault(site, Set.of()).isEmpty();
    }

    /** Whether a site stands in a place on the day, directly or through another. */
    public boolean standsIn(String site, String place) {
        return around.getOrDefault(site, Set.of()).contains(place);
    }

    private String kind(String place) {
        return register.find(place).map(SiteLookup.Known::kind).orElse("");
    }

    private List<Observed> observed(String subject, long position) {
        return observed.getOrDefault(subject, List.of()).stream()
                .filter(one -> one.known(position))
                .toList();
    }
}
