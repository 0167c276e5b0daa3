package org.plumbline.publication.graph;

import org.apache.jena.graph.Graph;

/** A graph under its name. */
public record NamedGraph(String iri, Graph graph) {}
