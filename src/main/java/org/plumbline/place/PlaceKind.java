package org.plumbline.place;

import org.apache.jena.graph.Node;
import org.plumbline.rdf.F;

/** The kinds of place: the divisions of the country from the outermost in, and the groupings that cut across them. */
public enum PlaceKind {
    /** Province, region or city of that rank (省级). */
    PROVINCE(F.PROVINCE, 2),
    /** Prefecture or city of that rank (地级). */
    CITY(F.CITY, 4),
    /** District or county (区县). */
    DISTRICT(F.DISTRICT, 6),
    /** Street, town or a unit of that rank (街镇). */
    STREET(F.STREET, 9),
    /** Residential or village committee (居村). */
    COMMITTEE(F.COMMITTEE, 12),
    /** Area (片区), code of the district's own: it groups committees and may cut across the tree. */
    AREA(F.AREA, 0),
    /** Grid (网格), code of the district's own: it groups committees or parts of them and may cut across the tree. */
    GRID(F.GRID, 0);

    private final Node iri;
    private final int digits;

    PlaceKind(Node iri, int digits) {
        this.iri = iri;
        this.digits = digits;
    }

    /** Its class in the shared fact vocabulary. */
    public Node iri() {
        return iri;
    }

    /** Digits of its code (GB/T 2260, GB/T 10114 and the statistical codes); 0 for a grouping, whose code is the district's own. */
    public int digits() {
        return digits;
    }

    /** Whether it groups places across the tree of divisions. */
    public boolean grouping() {
        return digits == 0;
    }
}
