package org.plumbline.publication.page;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.NotFoundException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plumbline.publication.snapshot.PlaceTable;
import org.plumbline.publication.snapshot.Publication;
import org.plumbline.publication.snapshot.Publications;
import org.plumbline.standard.Editions;
import org.plumbline.standard.Editions.Known;

/** Finds the publication and the edition that an address asks for. */
@ApplicationScoped
class Shots {
    private final Publications publications;
    private final PlaceTable places;
    private final Editions editions;

    Shots(Publications publications, PlaceTable places, Editions editions) {
        this.publications = publications;
        this.places = places;
        this.editions = editions;
    }

    /** What is public now; empty before anything is published. */
    Optional<Shot> find(String edition) {
        return publications.latest().map(publication -> shot(publication, edition));
    }

    /**
     * What is public now.
     *
     * @param edition key of the edition asked for; empty for the first
     * @throws NotFoundException before anything is published
     * @throws BadRequestException when the publication has no such edition
     */
    Shot need(String edition) {
        return find(edition).orElseThrow(NotFoundException::new);
    }

    private Shot shot(Publication publication, String edition) {
        Map<String, Known> all = editions.all();
        List<Known> held = publications.editions(publication.id()).stream()
                .map(one -> all.get(one.key()))
                .filter(known -> known != null)
                .toList();
        if (held.isEmpty()) {
            throw new NotFoundException();
        }
        Known chosen = edition.isEmpty()
                ? held.getFirst()
                : held.stream()
                        .filter(known -> known.edition().key().equals(edition))
                        .findFirst()
                        .orElseThrow(BadRequestException::new);
        return new Shot(publication, places.district(publication.id()), chosen.edition(), held);
    }
}
