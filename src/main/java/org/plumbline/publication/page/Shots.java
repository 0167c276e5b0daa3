package org.plumbline.publication.page;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.NotFoundException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.plumbline.ledger.Ledger;
import org.plumbline.ledger.LedgerConfig;
import org.plumbline.publication.snapshot.PlaceTable;
import org.plumbline.publication.snapshot.Publication;
import org.plumbline.publication.snapshot.Publications;
import org.plumbline.publication.snapshot.Publications.Span;
import org.plumbline.standard.Editions;
import org.plumbline.standard.Editions.Known;
import org.plumbline.web.Moment;

/** Finds the publication and the edition that an address asks for. */
@ApplicationScoped
class Shots {
    private final Publications publications;
    private final PlaceTable places;
    private final Editions editions;
    private final CurrentVertxRequest request;
    private final LedgerConfig config;

    Shots(
            Publications publications,
            PlaceTable places,
            Editions editions,
            CurrentVertxRequest request,
            LedgerConfig config) {
        this.request = request;
        this.config = config;
        this.publications = publications;
        this.places = places;
        this.editions = editions;
    }

    /**
     * What is public now, was at the time that the address asks for, or is the round that it asks for; empty when nothing is, or was.
     *
     * @throws BadRequestException when the address asks for a day that is none, or for a time and a round
     */
    Optional<Shot> find(String edition) {
        String known = asked(Moment.KNOWN);
        String round = asked(Moment.ROUND);
        if (!round.isEmpty()) {
            if (!known.isEmpty()) {
                throw new BadRequestException();
            }
            return round(day(round), edition);
        }
        return known.isEmpty()
                ? publications.latest().map(publication -> shot(publication, edition, Moment.NOW))
                : publications
                        .latest(Ledger.endOf(day(known), config.zone()))
                        .map(publication -> shot(publication, edition, new Moment(Moment.KNOWN, known, true)));
    }

    /**
     * The round of a day: the last publication for it that stands. Its addresses say the round, so that they lead to it for good.
     *
     * @throws BadRequestException when it has no such edition
     */
    Optional<Shot> round(LocalDate day, String edition) {
        long now = publications.latest().map(Publication::id).orElse(0L);
        return publications
                .round(day)
                .map(found -> shot(found, edition, new Moment(Moment.ROUND, day.toString(), found.id() != now)));
    }

    /** A publication for one of its editions. */
    Shot at(Publication publication, String edition) {
        return shot(publication, edition, Moment.NOW);
    }

    /**
     * The rounds of the edition shown up to the publication shown, the latest date first, as they are public, or were at the time that is shown. The publication shown
     * stands for its date, also where a later one took its place.
     */
    List<Publication> rounds(Shot shot) {
        return rounds(shot, Span.upTo(shot.publication().onDate()));
    }

    /** Those of {@link #rounds(Shot)} that lie in a span, which ends with the publication shown. */
    List<Publication> rounds(Shot shot, Span span) {
        Publication shown = shot.publication();
        List<Publication> rounds = shot.moment().known()
                ? publications.rounds(
                        shot.key(), span, Ledger.endOf(day(shot.moment().day()), config.zone()))
                : publications.rounds(shot.key(), span);
        return Stream.concat(
                        Stream.of(shown),
                        rounds.stream().filter(round -> !round.onDate().equals(shown.onDate())))
                .sorted(Comparator.comparing(Publication::onDate).reversed())
                .toList();
    }

    /** A parameter of the address; empty outside a request and where there is none. */
    private String asked(String parameter) {
        RoutingContext asked = request.getCurrent();
        String value = asked == null ? null : asked.request().getParam(parameter);
        return value == null ? "" : value.strip();
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new BadRequestException(e);
        }
    }

    /**
     * What is public now, or what the address asks for instead.
     *
     * @param edition key of the edition asked for; empty for the first
     * @throws NotFoundException before anything is published
     * @throws BadRequestException when the publication has no such edition
     */
    Shot need(String edition) {
        return find(edition).orElseThrow(NotFoundException::new);
    }

    /**
     * The same for an edition that stands in the path or in a name.
     *
     * @throws NotFoundException before anything is published, or when the publication has no such edition
     */
    Shot named(String edition) {
        return named(() -> need(edition));
    }

    /**
     * A round that stands in a name with an edition.
     *
     * @throws NotFoundException when there is no such round that stands, or it has no such edition
     */
    Shot named(LocalDate round, String edition) {
        return named(() -> round(round, edition).orElseThrow(NotFoundException::new));
    }

    private static Shot named(Supplier<Shot> find) {
        try {
            return find.get();
        } catch (BadRequestException e) {
            throw new NotFoundException(e);
        }
    }

    private Shot shot(Publication publication, String edition, Moment moment) {
        Map<String, Known> all = editions.all();
        List<Known> held = publications.editions(publication.id()).stream()
                .map(one -> all.get(one.key()))
                .filter(one -> one != null)
                .toList();
        if (held.isEmpty()) {
            throw new NotFoundException();
        }
        Known chosen = edition.isEmpty()
                ? held.getFirst()
                : held.stream()
                        .filter(one -> one.edition().key().equals(edition))
                        .findFirst()
                        .orElseThrow(BadRequestException::new);
        return new Shot(publication, places.district(publication.id()), chosen.edition(), held, moment);
    }
}
