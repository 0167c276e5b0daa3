package org.plumbline.publication.page;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.NotFoundException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.plumbline.assessment.Assertor;
import org.plumbline.publication.snapshot.PlaceTable;
import org.plumbline.publication.snapshot.PlaceTable.PublishedPlace;
import org.plumbline.publication.snapshot.PlaceTable.PublishedSite;
import org.plumbline.publication.snapshot.Publication;
import org.plumbline.publication.snapshot.ResultTable;
import org.plumbline.publication.snapshot.ResultTable.Listed;
import org.plumbline.publication.snapshot.ResultTable.OfSite;
import org.plumbline.publication.snapshot.ResultTable.Order;
import org.plumbline.publication.snapshot.ResultTable.Result;
import org.plumbline.publication.snapshot.ResultTable.Wanted;
import org.plumbline.publication.snapshot.SuccessionTable;
import org.plumbline.publication.snapshot.SuccessionTable.Before;
import org.plumbline.rulebook.Clause;
import org.plumbline.web.Ended;

/** Finds all that the faces of one site are made from. */
@ApplicationScoped
class SiteShots {
    private static final int PAGE = 200;

    private final Shots shots;
    private final PlaceTable places;
    private final ResultTable results;
    private final SuccessionTable successions;

    SiteShots(Shots shots, PlaceTable places, ResultTable results, SuccessionTable successions) {
        this.successions = successions;
        this.shots = shots;
        this.places = places;
        this.results = results;
    }

    /**
     * One site held against one edition.
     *
     * @param around its street, committee and areas
     * @param round publications of the edition up to this one, newest first
     * @param line the sites that it continues, the latest first
     * @param byRound the results of the site, and of those it continues, in each
     */
    record SiteShot(
            Shot shot,
            PublishedSite site,
            Verdict verdict,
            List<PublishedPlace> around,
            List<Publication> rounds,
            List<Before> line,
            List<OfSite> byRound) {
        /** A place around the site by its code. */
        PublishedPlace place(String code) {
            return around.stream()
                    .filter(place -> place.code().equals(code))
                    .findFirst()
                    .orElseGet(() -> new PublishedPlace(code, "COMMITTEE", org.plumbline.web.Text.same(code), null));
        }

        /** Who asserts the outcome of a clause. */
        Assertor assertor(Clause clause) {
            String number = clause.number();
            String source = verdict.judgement(number).get("source") instanceof String name ? name : null;
            return Assertor.of(
                    clause, verdict.outcome(number), source, shot.publication().program());
        }

        /** The result in a round; null where the site was not assessed. */
        @Nullable
        Result result(Publication round) {
            return results(round).stream()
                    .filter(one -> one.site().equals(site.code()))
                    .map(OfSite::result)
                    .findFirst()
                    .orElse(null);
        }

        /** The results in a round of the site and of those it continues, its own first. */
        List<OfSite> results(Publication round) {
            return byRound.stream()
                    .filter(one -> one.result().publication() == round.id())
                    .sorted(Comparator.comparing(one -> !one.site().equals(site.code())))
                    .toList();
        }
    }

    /**
     * The site.
     *
     * @param edition key of an edition; empty for the first that holds the site
     * @throws NotFoundException when there is no such site, or the edition is not for it
     * @throws Ended when there was such a site and others continue it
     */
    SiteShot need(String code, String edition) {
        Shot shot = shots.need(edition);
        return need(edition.isEmpty() ? holding(shot, code) : shot, code);
    }

    /** The site as a publication and edition at hand have it; see {@link #need(String, String)}. */
    SiteShot need(Shot holding, String code) {
        PublishedSite site = places.site(holding.id(), code)
                .orElseThrow(() -> Ended.of(code, successions.after(holding.id(), code)));
        Map<String, @Nullable Object> json =
                results.assessment(holding.id(), holding.key(), code).orElseThrow(NotFoundException::new);
        java.util.TreeSet<String> codes = new java.util.TreeSet<>(site.areas());
        codes.add(site.street());
        Optional.ofNullable(site.committee()).ifPresent(codes::add);
        List<Publication> rounds = shots.rounds(holding);
        List<Long> ids = rounds.stream().map(Publication::id).toList();
        List<Before> line = successions.line(holding.id(), code);
        List<String> sites = new ArrayList<>(line.stream().map(Before::code).toList());
        sites.add(code);
        return new SiteShot(
                holding,
                site,
                new Verdict(json),
                places.places(holding.id(), codes),
                rounds,
                line,
                results.rounds(ids, holding.key(), sites));
    }

    /** Every assessed site of a publication and edition, in the order of names, some at a time; says how many there were. */
    long each(Shot shot, Consumer<SiteShot> to) {
        Wanted all = new Wanted(shot.id(), shot.key(), "", "", "", "", "");
        long count = 0;
        for (long from = 0; ; from += PAGE) {
            List<Listed> page = results.list(all, Order.NAME, PAGE, from);
            for (Listed listed : page) {
                if (listed.result() != null) {
                    to.accept(need(shot, listed.code()));
                    count++;
                }
            }
            if (page.size() < PAGE) {
                return count;
            }
        }
    }

    private Shot holding(Shot first, String code) {
        return first.editions().stream()
                .map(known -> first.of(known.edition()))
                .filter(shot -> results.assessment(shot.id(), shot.key(), code).isPresent())
                .findFirst()
                .orElseThrow(() -> Ended.of(code, successions.after(first.id(), code)));
    }
}
