package org.plumbline.rdf.sparql;

import org.apache.jena.sparql.path.P_Alt;
import org.apache.jena.sparql.path.P_Inverse;
import org.apache.jena.sparql.path.P_Link;
import org.apache.jena.sparql.path.P_NegPropSet;
import org.apache.jena.sparql.path.P_OneOrMore1;
import org.apache.jena.sparql.path.P_ReverseLink;
import org.apache.jena.sparql.path.P_Seq;
import org.apache.jena.sparql.path.P_ZeroOrMore1;
import org.apache.jena.sparql.path.P_ZeroOrOne;
import org.apache.jena.sparql.path.Path;

/** Which property paths a visitor's query may use: those of SPARQL 1.1. */
final class PathRules {
    private final TermRules terms;
    private final Weight weight;

    PathRules(TermRules terms, Weight weight) {
        this.terms = terms;
        this.weight = weight;
    }

    /** @throws RefusedQuery when the path, or a part of it, is not allowed */
    void check(Path path) {
        weight.of(() -> {
            switch (path) {
                case P_Link link -> terms.check(link.getNode());
                case P_ReverseLink link -> terms.check(link.getNode());
                case P_Inverse inverse -> check(inverse.getSubPath());
                case P_ZeroOrOne optional -> check(optional.getSubPath());
                case P_ZeroOrMore1 many -> check(many.getSubPath());
                case P_OneOrMore1 many -> check(many.getSubPath());
                case P_Alt either -> {
                    check(either.getLeft());
                    check(either.getRight());
                }
                case P_Seq sequence -> {
                    check(sequence.getLeft());
                    check(sequence.getRight());
                }
                case P_NegPropSet negated -> negated.getNodes().forEach(link -> check(link));
                default ->
                    throw new RefusedQuery(
                            "The path " + path + " is not SPARQL 1.1", "Write it with / | ^ ? * + and !.");
            }
        });
    }
}
