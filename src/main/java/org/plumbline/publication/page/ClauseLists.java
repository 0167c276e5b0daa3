package org.plumbline.publication.page;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.NotFoundException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.plumbline.publication.page.Listing.Head;
import org.plumbline.publication.snapshot.PlaceTable;
import org.plumbline.publication.snapshot.PlaceTable.PublishedPlace;
import org.plumbline.publication.snapshot.TallyTable;
import org.plumbline.publication.view.FailingSite;
import org.plumbline.publication.view.Tally;
import org.plumbline.report.Words;
import org.plumbline.rulebook.Clause;

/** What came out of clauses, as lists: each clause in one place, one clause in each place, the sites that fail it. */
@ApplicationScoped
class ClauseLists {
    private static final Tally NOBODY = new Tally(0, 0, 0, 0, 0);

    private final PlaceTable places;
    private final TallyTable tallies;
    private final ClausePages pages;

    ClauseLists(PlaceTable places, TallyTable tallies, ClausePages pages) {
        this.places = places;
        this.tallies = tallies;
        this.pages = pages;
    }

    /**
     * Each clause of the edition in its order, with how many sites had which outcome.
     *
     * @param code of a street; empty for the district
     * @throws BadRequestException when there is no such place, or outcomes are not counted for its kind
     */
    Listing clauses(Shot shot, String code, String siteClass) {
        PublishedPlace place = Stream.concat(Stream.of(shot.district()), places.streets(shot.id()).stream())
                .filter(one -> code.isEmpty() || one.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new BadRequestException("There is no such street"));
        Map<String, Tally> found = tallies.clauses(shot.id(), shot.key(), place.code(), siteClass);
        List<Head> heads = new ArrayList<>(List.of(
                Head.of("clause", "list.clause", 50),
                Head.words("obligation", "list.obligation", 50),
                Head.of("veto", "clause.veto", 40),
                Head.words("in_plain_words", "list.plain", 260)));
        heads.addAll(outcomeHeads());
        List<List<? extends @Nullable Object>> rows = new ArrayList<>();
        for (Clause clause : shot.edition().rulebook().clauses()) {
            List<@Nullable Object> row = new ArrayList<>(List.of(
                    clause.number(),
                    PaperWords.say("obligation." + Standards.obligation(clause).name()),
                    clause.veto(),
                    PaperWords.words(Standards.text(clause.plain()))));
            row.addAll(outcomes(found.getOrDefault(clause.number(), NOBODY)));
            rows.add(row);
        }
        return Listing.of(shot, FigureLists.about(shot, "tables.clauses", place, siteClass), heads, rows);
    }

    /**
     * The district and its streets, with how many of their sites had which outcome of a clause.
     *
     * @throws NotFoundException when the edition has no such clause
     */
    Listing places(Shot shot, String clause) {
        Listing.About about = about(shot, "clause.streets", clause);
        Map<String, Tally> found = tallies.places(shot.id(), shot.key(), clause);
        List<Head> heads = new ArrayList<>(FigureLists.placeHeads());
        heads.addAll(outcomeHeads());
        List<List<? extends @Nullable Object>> rows = Stream.concat(
                        Stream.of(shot.district()), places.streets(shot.id()).stream())
                .<List<? extends @Nullable Object>>map(place -> {
                    List<@Nullable Object> row = new ArrayList<>(FigureLists.named(place));
                    row.addAll(outcomes(found.getOrDefault(place.code(), NOBODY)));
                    return row;
                })
                .toList();
        return Listing.of(shot, about, heads, rows);
    }

    /**
     * The sites that fail a clause, and by how much, in the order of their codes.
     *
     * @throws NotFoundException when the edition has no such clause
     */
    Listing failing(Shot shot, String clause) {
        Listing.About about = about(shot, "tables.failing", clause);
        Tally district = tallies.places(shot.id(), shot.key(), clause)
                .getOrDefault(shot.district().code(), NOBODY);
        List<FailingSite> failing = Listing.all(district.failed(), most -> pages.failing(shot, clause, most));
        List<Head> heads = new ArrayList<>(Listing.siteHeads());
        heads.addAll(List.of(
                Head.of("class", "paper.class", 60),
                Head.of("street", "list.street", 80),
                Head.words("street_name", "col.street", 90),
                Head.words("gap", "col.gap", 260)));
        return Listing.of(
                shot,
                about,
                heads,
                failing.stream()
                        .<List<? extends @Nullable Object>>map(site -> {
                            List<@Nullable Object> row = new ArrayList<>(Listing.named(site.code(), site.name()));
                            row.addAll(List.of(
                                    site.kind().code(),
                                    site.street().code(),
                                    PaperWords.words(site.street().name()),
                                    PaperWords.words(site.gap())));
                            return row;
                        })
                        .toList());
    }

    private static Listing.About about(Shot shot, String title, String number) {
        int index = shot.edition().rulebook().clauseIndex(number);
        if (index < 0) {
            throw new NotFoundException();
        }
        Words plain = PaperWords.words(
                Standards.text(shot.edition().rulebook().clauses().get(index).plain()));
        return new Listing.About(
                PaperWords.say(title),
                Standards.head(shot.edition()).clause(number),
                List.of(new Words(number + " " + plain.zh(), number + " " + plain.english())));
    }

    private static List<Head> outcomeHeads() {
        return List.of(
                Head.of("passed", "outcome.passed", 55),
                Head.of("failed", "outcome.failed", 55),
                Head.of("cant_tell", "outcome.cantTell", 55),
                Head.of("untested", "outcome.untested", 55),
                Head.of("inapplicable", "outcome.inapplicable", 55));
    }

    private static List<Object> outcomes(Tally tally) {
        return List.of(tally.passed(), tally.failed(), tally.cantTell(), tally.untested(), tally.inapplicable());
    }
}
