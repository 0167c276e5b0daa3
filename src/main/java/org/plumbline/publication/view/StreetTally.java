package org.plumbline.publication.view;

/**
 * How the sites of one street do on a clause.
 *
 * @param place the street
 * @param tally its sites by outcome
 */
public record StreetTally(Place place, Tally tally) {}
