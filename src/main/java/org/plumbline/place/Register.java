package org.plumbline.place;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.plumbline.ledger.DerivedStores;
import org.plumbline.ledger.Entry;
import org.plumbline.ledger.Iris;
import org.plumbline.ledger.Kind;
import org.plumbline.ledger.Ledger;
import org.plumbline.ledger.LedgerEntry;
import org.plumbline.ledger.Provenance;
import org.plumbline.ledger.Secret;
import org.plumbline.ledger.SubmissionGraph;
import org.plumbline.place.RegisterChange.Closed;
import org.plumbline.place.RegisterChange.Names;
import org.plumbline.place.RegisterChange.PlaceState;
import org.plumbline.place.RegisterChange.SiteState;
import org.plumbline.rdf.PL;

/** The one way to change the register: each change is an entry of the ledger first, and a row of the tables by that. */
@ApplicationScoped
public class Register {
    private final Ledger ledger;
    private final DerivedStores stores;
    private final Secret secret;
    private final Iris iris;

    Register(Ledger ledger, DerivedStores stores, Secret secret, Iris iris) {
        this.secret = secret;
        this.ledger = ledger;
        this.stores = stores;
        this.iris = iris;
    }

    /** A change and how it came to be. */
    public record Recorded(RegisterChange change, Provenance provenance) {}

    /**
     * Records changes, in this order, all or none; a place must come before what stands in it.
     *
     * @return the ledger entries
     * @throws IllegalArgumentException when a change closes something, or stands in something, that is not in the register
     */
    @Transactional
    public List<LedgerEntry> record(List<Recorded> changes) {
        ledger.lock();
        requirePlaces(changes.stream().map(Recorded::change).toList());
        var graph = new RegisterGraph(iris);
        List<Entry> entries = new ArrayList<>();
        for (var recorded : changes) {
            var iri = iris.submission(UUID.randomUUID());
            entries.add(SubmissionGraph.entry(
                    Kind.REGISTER, graph.submission(iri, recorded.change(), recorded.provenance()), secret.nonce(iri)));
        }
        return stores.record(entries);
    }

    /**
     * Shows in the tables what changes would make of them, and records nothing: for a preview, whose transaction is rolled back.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void tryOut(List<Recorded> changes) {
        new RegisterProjection(iris)
                .tryOut(changes.stream().map(Recorded::change).toList());
    }

    /** Waits until nobody else changes the register, and lets nobody until the caller's transaction ends. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void lock() {
        ledger.lock();
    }

    /** What the register says of these codes now, and since when; closed ones and unknown ones are left out. */
    public Map<String, RegisterChange> current(Collection<String> codes) {
        Map<String, TreeSet<String>> within = new HashMap<>();
        Map<String, LocalDate> since = new HashMap<>();
        for (var membership : Membership.ofChildren(codes))
            if (membership.validTo == null) {
                within.computeIfAbsent(membership.child, code -> new TreeSet<>())
                        .add(membership.parent);
                since.merge(membership.child, membership.validFrom, (a, b) -> a.isAfter(b) ? a : b);
            }
        Map<String, RegisterChange> states = new HashMap<>();
        for (var place : Place.byCodes(codes))
            if (place.validTo == null)
                states.put(
                        place.code,
                        new PlaceState(
                                place.code,
                                place.kind,
                                new Names(place.nameZh, place.nameEn, new TreeSet<>(place.aliases)),
                                place.codeEdition,
                                within.getOrDefault(place.code, new TreeSet<>()),
                                since.getOrDefault(place.code, place.validFrom)));
        for (var site : Site.byCodes(codes))
            if (site.closed == null)
                states.put(
                        site.code,
                        new SiteState(
                                site.code,
                                site.siteClass,
                                new Names(site.nameZh, site.nameEn, new TreeSet<>(site.aliases)),
                                site.address == null
                                        ? new TreeSet<>()
                                        : new TreeSet<>(List.of(site.address.split(Site.BETWEEN))),
                                within.getOrDefault(site.code, new TreeSet<>()),
                                since.getOrDefault(site.code, site.opened)));
        return states;
    }

    /** The ends of those of these codes that have ended, with what continues them. */
    public Map<String, Closed> ended(Collection<String> codes) {
        Map<String, TreeSet<String>> next = new HashMap<>();
        Map<String, String> why = new HashMap<>();
        for (var one : Succession.of(codes)) {
            next.computeIfAbsent(one.code, code -> new TreeSet<>()).add(one.successor);
            if (one.why != null) why.put(one.code, one.why);
        }
        Map<String, Closed> ends = new HashMap<>();
        for (var place : Place.byCodes(codes))
            if (place.validTo != null) ends.put(place.code, end(place.code, false, next, why, place.validTo));
        for (var site : Site.byCodes(codes))
            if (site.closed != null) ends.put(site.code, end(site.code, true, next, why, site.closed));
        return ends;
    }

    private static Closed end(
            String code, boolean site, Map<String, TreeSet<String>> next, Map<String, String> why, LocalDate on) {
        return new Closed(code, site, next.getOrDefault(code, new TreeSet<>()), why.get(code), on);
    }

    /** What stands directly in a place now, in the order of codes. */
    public List<RegisterChange> openIn(String place) {
        var states =
                current(Membership.openIn(place).stream().map(one -> one.child).toList());
        return states.keySet().stream().sorted().map(states::get).toList();
    }

    private static void requirePlaces(List<RegisterChange> changes) {
        Set<String> made = new HashSet<>();
        Set<String> needed = new TreeSet<>();
        for (var change : changes) {
            if (change instanceof Closed && !made.contains(change.code())) needed.add(change.code());
            change.within().stream().filter(code -> !made.contains(code)).forEach(needed::add);
            made.add(change.code());
        }
        if (needed.isEmpty()) return;
        Place.byCodes(List.copyOf(needed)).forEach(place -> needed.remove(place.code));
        Site.byCodes(List.copyOf(needed)).forEach(site -> needed.remove(site.code));
        if (!needed.isEmpty())
            throw new IllegalArgumentException(
                    "Not in the register: " + needed + ". Record it before what stands in it.");
    }

    /** The kind of activity that a change is, for its provenance. */
    static String activity(boolean known, RegisterChange change) {
        if (change instanceof Closed) return PL.CLOSING.getURI();
        return (known ? PL.CHANGING : PL.REGISTERING).getURI();
    }
}
