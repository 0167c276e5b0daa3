package org.plumbline.publication.page;

import java.util.ArrayList;
import java.util.List;
import org.plumbline.publication.snapshot.PlaceTable.PublishedPlace;
import org.plumbline.publication.snapshot.Publication;
import org.plumbline.publication.view.Place;
import org.plumbline.standard.Edition;
import org.plumbline.standard.Editions.Known;
import org.plumbline.web.Choice;
import org.plumbline.web.Crumb;
import org.plumbline.web.Face;
import org.plumbline.web.Lang;
import org.plumbline.web.Page;
import org.plumbline.web.Paging;

/**
 * What one answer is made from.
 *
 * @param publication the publication that is public now, or was on a day
 * @param district its district
 * @param edition the edition that was asked for, or the first
 * @param editions all editions in the publication, in their order
 * @param known the day on which the publication was what the public saw; empty for now
 */
record Shot(Publication publication, PublishedPlace district, Edition edition, List<Known> editions, String known) {
    /** Number of the publication, for queries. */
    long id() {
        return publication.id();
    }

    /** Key of the edition, for queries. */
    String key() {
        return edition.key();
    }

    /** The frame of a page. */
    Page page(Lang lang, String path, List<Crumb> below, List<Face> faces) {
        List<Crumb> trail = new ArrayList<>();
        if (!path.equals("/") && !path.startsWith("/?")) {
            trail.add(new Crumb(district.name(), kept("/")));
            trail.addAll(below);
        }
        return new Page(
                lang,
                path,
                district.name(),
                publication.onDate(),
                publication.round(),
                publication.synthetic(),
                Standards.head(edition).path(),
                trail,
                faces,
                known);
    }

    /** Whether the edition is the one shown when nobody asks for another. */
    boolean usual() {
        return editions.getFirst().edition().key().equals(key());
    }

    /** The same publication for another edition. */
    Shot of(Edition other) {
        return new Shot(publication, district, other, editions, known);
    }

    /** An address that stays with the edition and the day. */
    String kept(String path) {
        return usual() ? inTime(path) : Paging.with(inTime(path), "edition", key());
    }

    /** An address that stays with the day. */
    String inTime(String path) {
        return known.isEmpty() ? path : Paging.with(path, "known", known);
    }

    /** The switch between editions of an address; what else narrows it is dropped, for other editions have other classes. */
    List<Choice> editionChoices(String bare) {
        return editions.stream()
                .map(Known::edition)
                .map(one -> new Choice(
                        Standards.text(one.title()),
                        Paging.with(bare, "edition", one.key()),
                        one.key().equals(key()),
                        null))
                .toList();
    }

    /** A published place as pages show it; its page stays with the edition. */
    Place place(PublishedPlace place) {
        return new Place(place.code(), place.name(), place.path().isEmpty() ? "" : kept(place.path()));
    }
}
