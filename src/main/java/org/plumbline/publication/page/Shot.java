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
import org.plumbline.web.Moment;
import org.plumbline.web.Page;
import org.plumbline.web.Paging;

/**
 * What one answer is made from.
 *
 * @param publication the publication that is public now, or was on a day
 * @param district its district
 * @param edition the edition that was asked for, or the first
 * @param editions all editions in the publication, in their order
 * @param moment how the address asks for the publication
 */
record Shot(Publication publication, PublishedPlace district, Edition edition, List<Known> editions, Moment moment) {
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
                moment,
                lasting(path));
    }

    /** Whether the edition is the one shown when nobody asks for another. */
    boolean usual() {
        return editions.getFirst().edition().key().equals(key());
    }

    /** The same publication for another edition. */
    Shot of(Edition other) {
        return new Shot(publication, district, other, editions, moment);
    }

    /** An address that stays with the edition and the publication. */
    String kept(String path) {
        return usual() ? inTime(path) : Paging.with(inTime(path), "edition", key());
    }

    /** An address of the edition in a round, which may have other editions. */
    String keptIn(Publication round, String path) {
        String there = new Moment(Moment.ROUND, round.onDate().toString(), true).in(path);
        return Paging.with(there, "edition", key());
    }

    /** An address that says for good what is shown: of what was public on a day, that day's; else the round's. */
    String lasting(String path) {
        return moment.known() ? Paging.with(inTime(path), "edition", key()) : keptIn(publication, path);
    }

    /** An address that stays with the publication. */
    String inTime(String path) {
        return moment.in(path);
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
