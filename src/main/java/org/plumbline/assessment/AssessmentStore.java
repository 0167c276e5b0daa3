package org.plumbline.assessment;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.plumbline.fact.CurrentRecords;
import org.plumbline.fact.Knowledge;
import org.plumbline.ledger.Follower;
import org.plumbline.ledger.Iris;
import org.plumbline.ledger.Kind;
import org.plumbline.ledger.Ledger;
import org.plumbline.ledger.LedgerConfig;
import org.plumbline.ledger.LedgerEntry;
import org.plumbline.standard.Editions;

/**
 * How the assessment of each site changed: after every submission the sites it speaks about are held against every edition, and
 * what comes of it is stored where it differs from before. Facts age every night without any entry; what holds today is computed
 * when asked for, never stored.
 */
@ApplicationScoped
@Priority(10)
class AssessmentStore implements Follower {
    /** How many sites are held in one go. */
    private static final int AT_ONCE = 200;

    private final CurrentRecords records;
    private final Editions editions;
    private final Ledger ledger;
    private final Iris iris;
    private final ZoneId zone;

    AssessmentStore(CurrentRecords records, Editions editions, Ledger ledger, Iris iris, LedgerConfig config) {
        this.records = records;
        this.editions = editions;
        this.ledger = ledger;
        this.iris = iris;
        zone = config.zone();
    }

    /** A site to hold again after an entry; {@code place}, if any, is what the entry spoke about, if the site stands in it. */
    private record Due(
            long position,
            LocalDate on,
            String site,
            @Nullable String place) {}

    @Override
    public void follow(List<LedgerEntry> entries) {
        if (entries.getFirst().kind() != Kind.SUBMISSION) {
            return;
        }
        hold(due(entries), since(entries.getFirst().position() - 1));
    }

    /** Holds sites in the order of the entries, some in one go. */
    private void hold(List<Due> all, Map<String, Long> since) {
        List<Due> some = new ArrayList<>();
        for (Due due : all) {
            if (some.size() == AT_ONCE
                    || !some.isEmpty() && !some.getFirst().on().equals(due.on())) {
                holdAtOnce(some, since);
                some.clear();
            }
            some.add(due);
        }
        if (!some.isEmpty()) {
            holdAtOnce(some, since);
        }
    }

    /** By edition the position since which its rulebook is in use, {@code now} for one that is new. */
    private Map<String, Long> since(long now) {
        Map<String, Long> since = new HashMap<>();
        editions.list()
                .forEach(edition ->
                        since.put(edition.key(), RulebookUse.since(edition.key(), edition.rulebookHash(), now)));
        return since;
    }

    private List<Due> due(List<LedgerEntry> entries) {
        Set<String> places = new LinkedHashSet<>();
        entries.forEach(entry -> iris.placeCode(entry.subject()).ifPresent(places::add));
        Inhabitants inhabitants = Inhabitants.of(places);
        List<Due> due = new ArrayList<>();
        for (LedgerEntry entry : entries) {
            LocalDate on = day(entry);
            String place = iris.placeCode(entry.subject()).orElse(null);
            if (place == null) {
                iris.siteCode(entry.subject()).ifPresent(site -> due.add(new Due(entry.position(), on, site, null)));
            } else {
                inhabitants.in(place).forEach(site -> due.add(new Due(entry.position(), on, site, place)));
            }
        }
        return due;
    }

    private void holdAtOnce(List<Due> some, Map<String, Long> since) {
        Set<String> sites = new LinkedHashSet<>();
        some.forEach(due -> sites.add(due.site()));
        Knowledge known = records.known(
                sites,
                some.getFirst().on(),
                some.getFirst().position(),
                some.getLast().position());
        Map<StoredAssessment.Key, StoredAssessment> latest = new HashMap<>();
        since.forEach((edition, position) ->
                StoredAssessment.latest(sites, edition, position).forEach(one -> latest.put(key(one), one)));
        Collection<List<Editions.Known>> inUse = Assessor.alike(editions.all().values().stream()
                .filter(one -> since.getOrDefault(one.edition().key(), 0L)
                        < some.getLast().position())
                .toList());
        for (Due due : some) {
            String siteClass = known.siteClass(due.site()).orElse(null);
            if (siteClass != null && (due.place() == null || known.standsIn(due.site(), due.place()))) {
                Assessor.hold(inUse, siteClass, due.site(), known, due.on(), due.position(), held -> {
                    StoredAssessment one = new StoredAssessment(
                            due.site(), siteClass, held.edition(), held.assessment(), due.position(), due.on());
                    StoredAssessment before = latest.get(key(one));
                    if (due.position() > since.getOrDefault(one.edition, 0L)
                            && (before == null || !one.sameAs(before))) {
                        one.persist();
                        latest.put(key(one), one);
                    }
                });
            }
        }
        StoredAssessment.getEntityManager().flush();
        StoredAssessment.getEntityManager().clear();
    }

    /** What names the results of one site for one edition together. */
    private static StoredAssessment.Key key(StoredAssessment one) {
        return new StoredAssessment.Key(one.site, one.edition, 0);
    }

    @Override
    public void again(String subject, List<LedgerEntry> submissions) {
        Set<String> sites = iris.siteCode(subject)
                .map(Set::of)
                .orElseGet(() -> iris.placeCode(subject)
                        .map(place -> Inhabitants.of(Set.of(place)).in(place))
                        .orElse(Set.of()));
        Map<String, Long> since = since(ledger.head().length());
        for (String site : sites) {
            since.forEach((edition, position) ->
                    StoredAssessment.delete("site = ?1 and edition = ?2 and position > ?3", site, edition, position));
            hold(dueOf(site), since);
        }
    }

    /** A site after every entry about it, or about a place that it has ever stood in. */
    private List<Due> dueOf(String site) {
        List<Due> due = new ArrayList<>();
        about(iris.site(site), entry -> new Due(entry.position(), day(entry), site, null), due);
        Inhabitants.around(site)
                .forEach(place ->
                        about(iris.place(place), entry -> new Due(entry.position(), day(entry), site, place), due));
        due.sort(Comparator.comparingLong(Due::position));
        return due;
    }

    private void about(String subject, Function<LedgerEntry, Due> one, List<Due> due) {
        ledger.about(subject).stream()
                .filter(entry -> entry.kind() == Kind.SUBMISSION)
                .map(one)
                .forEach(due::add);
    }

    private LocalDate day(LedgerEntry entry) {
        return LocalDate.ofInstant(entry.recordedAt(), zone);
    }

    /** Only what is of the rulebooks in use: the rest cannot be made again. */
    @Override
    public void clear() {
        since(ledger.head().length())
                .forEach((edition, position) ->
                        StoredAssessment.delete("edition = ?1 and position > ?2", edition, position));
    }

    @Override
    public SortedMap<String, String> tables() {
        return new TreeMap<>(Map.of("assessment", "site, edition, ledger_position"));
    }
}
