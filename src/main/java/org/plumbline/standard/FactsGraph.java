package org.plumbline.standard;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.plumbline.rdf.PL;
import org.plumbline.rdf.Sources;
import org.plumbline.rulebook.Rulebook;
import org.plumbline.rulebook.SiteRecord;

/** A graph of facts about sites, as a file states it, read for one edition. */
public final class FactsGraph {
    private FactsGraph() {}

    /**
     * The sites of a graph and what is wrong with their facts.
     *
     * @param records one record for each site of a class of the edition, in the order of their IRIs
     * @param findings facts that could not be read; the records lack them
     */
    public record Result(List<SiteRecord> records, List<Finding> findings) {}

    /** Reads all sites in {@code sources}; bare facts count as observed on {@code onDay}. */
    public static Result read(Sources sources, Edition edition, int onDay) {
        Reading reading = new Reading(sources);
        Rulebook rulebook = edition.rulebook();
        SiteGraphReader reader = new SiteGraphReader(reading, rulebook, edition.book());
        List<SiteRecord> records = new ArrayList<>();
        List<Triple> types = new ArrayList<>(
                sources.graph().find(Node.ANY, RDF.type.asNode(), Node.ANY).toList());
        types.sort(Comparator.comparing(triple -> triple.getSubject().toString()));
        for (Triple triple : types) {
            int siteClass = triple.getObject().isURI() ? rulebook.classIndex(Reading.local(triple.getObject())) : -1;
            boolean example = reading.isA(triple.getSubject(), PL.term("Example"));
            if (siteClass >= 0 && !example && triple.getSubject().isURI()) {
                reading.about(triple.getSubject().getURI());
                records.add(reader.read(triple.getSubject(), siteClass, onDay));
            }
        }
        return new Result(records, List.copyOf(reading.findings()));
    }
}
