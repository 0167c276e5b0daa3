package org.plumbline.publication.page;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.NotFoundException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plumbline.ledger.Ledger;
import org.plumbline.ledger.LedgerConfig;
import org.plumbline.publication.snapshot.PlaceTable;
import org.plumbline.publication.snapshot.Publication;
import org.plumbline.publication.snapshot.Publications;
import org.plumbline.standard.Editions;
import org.plumbline.standard.Editions.Known;

/** Finds the publication and the edition that an address asks for. */
@ApplicationScoped
class Shots {
    /** The parameter of an address that asks for what was public at an earlier time. */
    private static final String KNOWN = "known";

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
     * What is public now, or was at the time that the address asks for; empty when nothing is, or was.
     *
     * @throws BadRequestException when the address asks for a time that is none
     */
    Optional<Shot> find(String edition) {
        String known = known();
        Optional<Publication> found = known.isEmpty() ? publications.latest() : publications.latest(moment(known));
        return found.map(publication -> shot(publication, edition, known));
    }

    /** A publication for one of its editions. */
    Shot at(Publication publication, String edition) {
        return shot(publication, edition, "");
    }

    /** A day as the address writes it; empty outside a request and where it asks for none. */
    private String known() {
        RoutingContext asked = request.getCurrent();
        String known = asked == null ? null : asked.request().getParam(KNOWN);
        return known == null ? "" : known.strip();
    }

    /** The end of a day as an address writes it. */
    private Instant moment(String day) {
        try {
            return Ledger.endOf(LocalDate.parse(day), config.zone());
        } catch (DateTimeParseException e) {
            throw new BadRequestException(e);
        }
    }

    /**
     * What is public now, or was at the time that the address asks for.
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
        try {
            return need(edition);
        } catch (BadRequestException e) {
            throw new NotFoundException(e);
        }
    }

    private Shot shot(Publication publication, String edition, String known) {
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
        return new Shot(publication, places.district(publication.id()), chosen.edition(), held, known);
    }
}
