package org.plumbline.place;

import org.apache.jena.graph.Node;
import org.plumbline.rdf.F;

/** The kinds of place a district is made of. */
public enum PlaceKind {
    /** District (区), code of 6 digits. */
    DISTRICT(F.DISTRICT),
    /** Street, town or a unit of that rank (街镇), code of 9 digits. */
    STREET(F.STREET),
    /** Residential or village committee (居村), code of 12 digits. */
    COMMITTEE(F.COMMITTEE),
    /** Area or grid (片区), code of the district's own: it groups committees and may cut across the tree. */
    AREA(F.AREA);

    private final Node iri;

    PlaceKind(Node iri) {
        this.iri = iri;
    }

    /** Its class in the shared fact vocabulary. */
    public Node iri() {
        return iri;
    }
}
