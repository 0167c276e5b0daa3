package org.plumbline.publication.view;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plumbline.rulebook.Outcome;
import org.plumbline.web.Choice;
import org.plumbline.web.Page;
import org.plumbline.web.Paging;
import org.plumbline.web.Text;

/**
 * The page of a site. Address: {@code /site/{code}}, with {@code edition}.
 *
 * @param page the frame; its faces are the site's .json, .ttl and .pdf
 * @param code site code
 * @param name its name
 * @param kind its class
 * @param street the street it lies in
 * @param committee its committee; null for centres
 * @param areas areas it belongs to, may be empty
 * @param invented whether the site itself is synthetic, as the area centres of the demonstration are
 * @param edition the edition it is held against
 * @param editions the switch between editions
 * @param score the result
 * @param bonus what 可 clauses add to the score; null for nothing
 * @param bands all bands of the edition, best first
 * @param barriers gates that keep it from a band its score reaches, best band first
 * @param vetoes results of failed vetoes, also those that count by their last known value
 * @param settles fewest facts that would settle the band; empty if it is settled
 * @param offer what people find there
 * @param chapters result by chapter, in order
 * @param results result by clause, in the order of the standard
 * @param rounds results of the published rounds, newest first
 * @param proof how to repeat it
 * @param portal address of this portal without a slash at its end
 */
public record SiteView(
        Page page,
        String code,
        Text name,
        Kind kind,
        Place street,
        @Nullable Place committee,
        List<Place> areas,
        boolean invented,
        Edition edition,
        List<Choice> editions,
        Score score,
        @Nullable Bonus bonus,
        List<Band> bands,
        List<Barrier> barriers,
        List<ClauseResult> vetoes,
        List<Settling> settles,
        SiteOffer offer,
        List<ChapterResult> chapters,
        List<ClauseResult> results,
        List<SiteRound> rounds,
        Proof proof,
        String portal) {

    private static final int BADGE_ROOM = 40;

    /** The results of one outcome, by its EARL term. */
    public List<ClauseResult> of(String term) {
        Outcome outcome = Outcome.ofTerm(term);
        return results.stream().filter(result -> result.outcome() == outcome).toList();
    }

    /** All clauses by outcome. */
    public Tally tally() {
        return new Tally(
                of("passed").size(),
                of("failed").size(),
                of("cantTell").size(),
                of("untested").size(),
                of("inapplicable").size());
    }

    /** The scale of the edition's bands. */
    public List<Scale.Zone> zones() {
        return Scale.zones(bands);
    }

    /** The name for a badge: as much of it as fits, a character of Chinese taking the room of two Latin letters. */
    public String shortName() {
        String whole = page.in(name);
        int room = BADGE_ROOM;
        int end = 0;
        while (end < whole.length()) {
            room -= Character.isIdeographic(whole.codePointAt(end)) ? 2 : 1;
            if (room < 0) {
                return whole.substring(0, end).strip() + "…";
            }
            end += Character.charCount(whole.codePointAt(end));
        }
        return whole;
    }

    /** Language-free address of the badge, which stays with the edition and shows what is published last. */
    public String badge() {
        String path = always();
        int query = path.indexOf('?');
        return query < 0 ? path + "/badge.svg" : path.substring(0, query) + "/badge.svg" + path.substring(query);
    }

    private String always() {
        return Paging.without(page.path(), page.moment().parameter());
    }

    /** One line of HTML that shows the badge on another page and leads here. */
    public String embed() {
        String alt = page.say("badge.alt", page.in(name));
        return "<a href=\"" + portal + page.to(always()) + "\"><img src=\"" + portal + page.to(badge()) + "\" alt=\""
                + alt.replace("&", "&amp;").replace("\"", "&quot;").replace("<", "&lt;")
                + "\" width=\"340\" height=\"104\"></a>";
    }
}
