package org.plumbline.place;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hibernate.Session;
import org.plumbline.ledger.Iris;
import org.plumbline.ledger.LedgerEntry;
import org.plumbline.ledger.SubmissionGraph;
import org.plumbline.place.RegisterChange.Closed;
import org.plumbline.place.RegisterChange.PlaceState;
import org.plumbline.place.RegisterChange.SiteState;

/**
 * Brings the register's tables up to some entries of the ledger. What it needs is loaded once for all of them, so an import
 * and a rebuild cost a few queries a page. One use each, within a transaction.
 */
final class RegisterProjection {
    private static final int BATCH = 100;

    private final RegisterGraph graph;
    private final Map<String, Place> places = new HashMap<>();
    private final Map<String, Site> sites = new HashMap<>();
    private final Map<String, List<Membership>> memberships = new HashMap<>();
    private final List<Membership> begun = new ArrayList<>();

    private record Step(long position, RegisterChange change) {}

    RegisterProjection(Iris iris) {
        graph = new RegisterGraph(iris);
    }

    void apply(List<LedgerEntry> entries) {
        take(entries.stream()
                .map(entry -> new Step(entry.position(), graph.read(SubmissionGraph.read(entry))))
                .toList());
    }

    /** The same for changes that no entry records. */
    void tryOut(List<RegisterChange> changes) {
        take(changes.stream().map(change -> new Step(0, change)).toList());
    }

    private void take(List<Step> steps) {
        load(steps);
        var session = Place.getEntityManager().unwrap(Session.class);
        session.setJdbcBatchSize(BATCH);
        steps.forEach(step -> apply(step.change(), step.position()));
        // Only now, for rows of one table in a row go in as one batch.
        begun.forEach(membership -> membership.persist());
        session.flush();
        session.clear();
    }

    private void load(List<Step> steps) {
        Set<String> codes = new HashSet<>();
        for (var step : steps) {
            codes.add(step.change().code());
            codes.addAll(step.change().within());
        }
        Place.byCodes(codes).forEach(place -> places.put(place.code, place));
        Site.byCodes(codes).forEach(site -> sites.put(site.code, site));
        Membership.ofChildren(codes)
                .forEach(membership -> list(membership.child).add(membership));
    }

    private void apply(RegisterChange change, long position) {
        switch (change) {
            case PlaceState state -> {
                var place = places.computeIfAbsent(state.code(), code -> {
                    var made = new Place(code, state.kind(), state.name(), state.from());
                    made.persist();
                    return made;
                });
                place.kind = state.kind();
                place.nameZh = state.name();
                place.nameEn = state.names().en();
                place.aliases = List.copyOf(state.names().aliases());
                place.codeEdition = state.codeEdition();
                if (place.validTo != null) Succession.forget(state.code());
                place.validTo = null;
                place.position = position;
                move(state.code(), state.within(), state.from(), position);
            }
            case SiteState state -> {
                var site = sites.computeIfAbsent(state.code(), code -> {
                    var made = new Site(code, state.siteClass(), state.name(), state.from());
                    made.persist();
                    return made;
                });
                site.siteClass = state.siteClass();
                site.nameZh = state.name();
                site.nameEn = state.names().en();
                site.aliases = List.copyOf(state.names().aliases());
                site.address = state.addresses().isEmpty() ? null : String.join(Site.BETWEEN, state.addresses());
                if (site.closed != null) Succession.forget(state.code());
                site.closed = null;
                site.position = position;
                move(state.code(), state.within(), state.from(), position);
            }
            case Closed closed -> {
                if (closed.site()) {
                    var site = known(sites, closed.code());
                    site.closed = closed.from();
                    site.position = position;
                } else {
                    var place = known(places, closed.code());
                    place.validTo = closed.from();
                    place.position = position;
                }
                move(closed.code(), Set.of(), closed.from(), position);
                Succession.forget(closed.code());
                closed.successors().forEach(code -> new Succession(closed, code).persist());
            }
        }
    }

    /** Ends the memberships that no longer hold and begins those that are new. */
    private void move(String child, Set<String> within, LocalDate from, long position) {
        Set<String> missing = new HashSet<>(within);
        for (var membership : list(child)) {
            if (membership.validTo == null && !missing.remove(membership.parent)) {
                membership.validTo = from;
                membership.ended = position;
            }
        }
        for (var parent : missing) {
            var earlierToday = list(child).stream()
                    .filter(membership -> membership.parent.equals(parent) && membership.validFrom.equals(from))
                    .findFirst();
            if (earlierToday.isPresent()) {
                earlierToday.get().validTo = null;
                earlierToday.get().ended = null;
                continue;
            }
            var membership = new Membership(child, parent, known(places, parent).kind, from, position);
            begun.add(membership);
            list(child).add(membership);
        }
    }

    private static <T> T known(Map<String, T> loaded, String code) {
        var found = loaded.get(code);
        if (found == null) throw new IllegalStateException("The ledger speaks of " + code + " before it was made");
        return found;
    }

    private List<Membership> list(String child) {
        return memberships.computeIfAbsent(child, code -> new ArrayList<>());
    }
}
