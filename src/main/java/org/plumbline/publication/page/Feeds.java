package org.plumbline.publication.page;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.NotFoundException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plumbline.ledger.Iris;
import org.plumbline.publication.page.Feed.Entry;
import org.plumbline.publication.snapshot.ChangeTable;
import org.plumbline.publication.snapshot.ChangeTable.Wanted;
import org.plumbline.publication.snapshot.ChangeTable.Way;
import org.plumbline.publication.snapshot.PlaceTable;
import org.plumbline.publication.snapshot.PlaceTable.PublishedSite;
import org.plumbline.publication.snapshot.Publication;
import org.plumbline.publication.snapshot.Publications;
import org.plumbline.publication.view.ChangesView.Row;
import org.plumbline.web.Labels;
import org.plumbline.web.Lang;

/** What is new as feeds: the rounds of the district, and those of one site in which it changed. */
@ApplicationScoped
class Feeds {
    private static final int MOST = 20;

    private final PlaceFigures figures;
    private final Publications publications;
    private final ChangeTable changes;
    private final ChangeRows rows;
    private final PlaceTable places;
    private final Iris iris;

    Feeds(
            PlaceFigures figures,
            Publications publications,
            ChangeTable changes,
            ChangeRows rows,
            PlaceTable places,
            Iris iris) {
        this.figures = figures;
        this.publications = publications;
        this.changes = changes;
        this.rows = rows;
        this.places = places;
        this.iris = iris;
    }

    /** The rounds published, with how many sites rose and fell. */
    byte[] district(Shot shot, Lang lang) {
        List<Entry> entries = new ArrayList<>();
        for (Publication round : rounds(shot)) {
            Optional<Publication> before =
                    changes.before(round.id(), shot.key()).flatMap(publications::find);
            entries.add(new Entry(
                    iris.base() + "id/dataset/publication-" + round.id() + "/statistics/" + shot.key(),
                    address(lang, shot, "/changes", round),
                    round.round().in(lang),
                    before.isEmpty() ? Labels.say(lang, "feed.first") : says(lang, shot, round, before.get()),
                    round.publishedAt()));
        }
        return feed(
                shot,
                lang,
                "/changes",
                Labels.say(lang, "feed.title", shot.district().name().in(lang)),
                entries);
    }

    private String says(Lang lang, Shot shot, Publication round, Publication before) {
        Map<Way, Long> counts = changes.counts(new Wanted(round.id(), shot.key(), "", "", ""));
        return Labels.say(
                lang,
                "feed.says",
                before.round().in(lang),
                counts.getOrDefault(Way.ROSE, 0L),
                counts.getOrDefault(Way.FELL, 0L),
                ChangeTable.all(counts));
    }

    /**
     * The rounds in which a site changed, with what changed.
     *
     * @throws NotFoundException when no such site is public
     */
    byte[] site(Shot shot, Lang lang, String code) {
        PublishedSite site = places.site(shot.id(), code).orElseThrow(NotFoundException::new);
        List<Entry> entries = new ArrayList<>();
        for (Publication round : rounds(shot)) {
            rows.of(shot, round.id(), code)
                    .ifPresent(row -> entries.add(new Entry(
                            iris.site(code) + "/change/" + round.id() + "/" + shot.key(),
                            address(lang, shot, "/site/" + code, round),
                            round.round().in(lang),
                            text(lang, row),
                            round.publishedAt())));
        }
        return feed(
                shot,
                lang,
                "/site/" + code,
                Labels.say(lang, "feed.site", site.name().in(lang)),
                entries);
    }

    private static String text(Lang lang, Row row) {
        StringBuilder text = new StringBuilder(row.sentence().in(lang));
        if (!row.unmet().isEmpty()) {
            text.append(' ').append(Labels.say(lang, "change.unmet")).append(": ");
            text.append(String.join(
                    ", ", row.unmet().stream().map(one -> one.number()).toList()));
            text.append('.');
        }
        if (!row.met().isEmpty()) {
            text.append(' ').append(Labels.say(lang, "change.met")).append(": ");
            text.append(String.join(
                    ", ", row.met().stream().map(one -> one.number()).toList()));
            text.append('.');
        }
        return text.toString();
    }

    /** The latest rounds up to the one shown, the latest first. */
    private List<Publication> rounds(Shot shot) {
        return figures.rounds(shot).reversed().stream().limit(MOST).toList();
    }

    private byte[] feed(Shot shot, Lang lang, String path, String title, List<Entry> entries) {
        String page = iris.base() + lang.code() + shot.kept(path);
        return new Feed(
                        iris.base() + lang.code() + path + ".atom#" + shot.key(),
                        iris.base() + lang.code() + shot.kept(path + ".atom"),
                        page,
                        title,
                        shot.district().name().in(lang),
                        shot.publication().publishedAt(),
                        entries)
                .xml(lang);
    }

    /** The page as it stands in a round, whatever is published later. */
    private String address(Lang lang, Shot shot, String path, Publication round) {
        return iris.base() + lang.code() + shot.keptIn(round, path);
    }
}
