package org.plumbline.publication.view;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plumbline.web.Choice;
import org.plumbline.web.Page;

/**
 * The page of a committee, an area or a grid. Address: {@code /place/{code}?edition=…&class=…&band=…&sort=…&page=…}.
 *
 * @param page the frame
 * @param place the place
 * @param kind what it is: committee, area, grid, province, city; small letters
 * @param around the places that it stands in, the innermost first
 * @param parts the places directly within it
 * @param line the places that it continues, the latest first
 * @param edition the edition its sites are held against
 * @param editions the switch between editions
 * @param figures sites, assessed, compliance, score, measured, in this order; empty for fewer than two sites, and where a publication did
 *     not count them
 * @param bands sites by band, best first
 * @param spread how the scores of the sites spread; null for too few
 * @param rounds the rounds in which it had sites, oldest first
 * @param sites its sites
 * @param submissions the latest submissions about the place itself, the newest first
 * @param tables its tables as data
 */
public record PlaceView(
        Page page,
        Place place,
        String kind,
        List<Place> around,
        List<Place> parts,
        List<Earlier> line,
        Edition edition,
        List<Choice> editions,
        List<Figure> figures,
        List<BandCount> bands,
        @Nullable ScoreSpread spread,
        List<Round> rounds,
        SiteTable sites,
        List<Said> submissions,
        List<PageTable> tables) {

    /**
     * A place that ended and is continued by this one.
     *
     * @param code its code
     * @param since first day on which this one stood in its place
     */
    public record Earlier(String code, LocalDate since) {}

    /**
     * A submission to go on to.
     *
     * @param id its uuid
     * @param source who observed
     * @param observedOn date of observation
     * @param facts how many facts it states in public
     */
    public record Said(String id, Source source, LocalDate observedOn, long facts) {}
}
