package org.plumbline.publication.page;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plumbline.publication.page.Listing.Head;
import org.plumbline.publication.snapshot.ChangeTable;
import org.plumbline.publication.snapshot.ChangeTable.Change;
import org.plumbline.publication.snapshot.ChangeTable.Wanted;
import org.plumbline.publication.snapshot.ChangeTable.Way;
import org.plumbline.publication.snapshot.PlaceTable;
import org.plumbline.publication.snapshot.PlaceTable.PublishedPlace;
import org.plumbline.publication.view.Band;
import org.plumbline.publication.view.ChangesView.Clause;
import org.plumbline.publication.view.ChangesView.Row;
import org.plumbline.report.Words;
import org.plumbline.rulebook.Rulebook;
import org.plumbline.web.Labels;
import org.plumbline.web.Lang;
import org.plumbline.web.Text;

/** Puts changes of sites into sentences. */
@ApplicationScoped
class ChangeRows {
    private final ChangeTable changes;
    private final PlaceTable places;

    ChangeRows(ChangeTable changes, PlaceTable places) {
        this.changes = changes;
        this.places = places;
    }

    /** Some changes as a page or a feed shows them. */
    List<Row> rows(Shot shot, Wanted wanted, int size, long offset) {
        List<Change> found = changes.list(wanted, size, offset);
        Map<String, Map<String, Text>> gaps = changes.gaps(
                wanted.publication(),
                wanted.edition(),
                found.stream().map(Change::site).toList());
        Map<String, Text> streets = streets(shot);
        List<Band> bands = Standards.bands(shot.edition().rulebook());
        return found.stream()
                .map(change -> row(shot, change, bands, streets, gaps.getOrDefault(change.site(), Map.of())))
                .toList();
    }

    private Map<String, Text> streets(Shot shot) {
        return places.streets(shot.id()).stream().collect(Collectors.toMap(PublishedPlace::code, PublishedPlace::name));
    }

    /** How a site changed in a round; empty when it did not. */
    Optional<Row> of(Shot shot, long publication, String site) {
        return changes.of(publication, shot.key(), site)
                .map(change -> row(shot, change, Standards.bands(shot.edition().rulebook()), Map.of(), Map.of()));
    }

    /** All changes as a list. */
    Listing listing(Shot shot, Wanted wanted) {
        List<Head> heads = new ArrayList<>(Listing.siteHeads());
        heads.addAll(List.of(
                Head.words("street_name", "col.street", 90),
                Head.words("change", "list.change", 60),
                Head.words("what_happened", "list.happened", 260),
                Head.of("clauses_met", "list.met", 110),
                Head.of("clauses_failed", "list.unmet", 110),
                Head.of("clauses_measured", "list.measured", 60),
                Head.of("clauses_aged", "list.aged", 60)));
        Map<String, Text> streets = streets(shot);
        List<Band> bands = Standards.bands(shot.edition().rulebook());
        List<Change> all = Listing.all(
                ChangeTable.of(changes.counts(wanted), wanted.way()), most -> changes.list(wanted, most, 0));
        List<Words> narrowed = new ArrayList<>();
        if (!wanted.way().isEmpty()) {
            narrowed.add(PaperWords.say("change.way." + wanted.way()));
        }
        if (!wanted.street().isEmpty()) {
            narrowed.add(PaperWords.words(streets.getOrDefault(wanted.street(), Text.same(wanted.street()))));
        }
        if (!wanted.siteClass().isEmpty()) {
            narrowed.add(PaperWords.words(
                    Standards.kind(shot.edition(), wanted.siteClass()).label()));
        }
        return Listing.of(
                shot,
                new Listing.About(PaperWords.say("changes.title"), ChangePages.path("/changes", wanted), narrowed),
                heads,
                all.stream()
                        .<List<? extends @Nullable Object>>map(
                                change -> cells(row(shot, change, bands, streets, Map.of())))
                        .toList());
    }

    private static List<Object> cells(Row row) {
        List<Object> cells = new ArrayList<>(Listing.named(row.code(), row.name()));
        cells.add(PaperWords.words(row.street()));
        cells.add(PaperWords.say("change.way." + row.way()));
        cells.add(PaperWords.words(row.sentence()));
        cells.add(numbers(row.met()));
        cells.add(numbers(row.unmet()));
        cells.add(row.measured());
        cells.add(row.aged());
        return cells;
    }

    private static String numbers(List<Clause> clauses) {
        return String.join(" ", clauses.stream().map(Clause::number).toList());
    }

    private static Row row(
            Shot shot, Change change, List<Band> bands, Map<String, Text> streets, Map<String, Text> gaps) {
        return new Row(
                change.site(),
                change.name(),
                change.way() == Way.GONE ? "" : shot.kept("/site/" + change.site()),
                streets.getOrDefault(change.street(), Text.same(change.street())),
                change.way().name(),
                new Text(sentence(Lang.ZH, change, bands), sentence(Lang.EN, change, bands)),
                change.band() == null ? null : Standards.band(bands, change.band()),
                clauses(shot, change.met(), Map.of()),
                clauses(shot, change.unmet(), gaps),
                change.measured(),
                change.aged());
    }

    private static String sentence(Lang lang, Change change, List<Band> bands) {
        return Labels.say(
                lang,
                "change.says." + change.way().name(),
                band(lang, bands, change.bandBefore()),
                band(lang, bands, change.band()),
                score(lang, change.scoreBefore()),
                score(lang, change.score()));
    }

    private static String band(Lang lang, List<Band> bands, @Nullable String code) {
        return code == null
                ? Labels.say(lang, "change.unscored")
                : Standards.band(bands, code).label().in(lang);
    }

    private static String score(Lang lang, @Nullable BigDecimal score) {
        return score == null ? Labels.say(lang, "change.unscored") : score.toPlainString();
    }

    /** Clauses by number in the order of the edition; one that it no longer has is left out. */
    private static List<Clause> clauses(Shot shot, List<String> numbers, Map<String, Text> gaps) {
        Rulebook rulebook = shot.edition().rulebook();
        List<Clause> clauses = new ArrayList<>();
        rulebook.clauses().forEach(clause -> {
            if (numbers.contains(clause.number())) {
                clauses.add(new Clause(
                        clause.number(),
                        Standards.head(shot.edition()).clause(clause.number()),
                        Standards.text(clause.plain()),
                        gaps.get(clause.number())));
            }
        });
        return clauses;
    }
}
