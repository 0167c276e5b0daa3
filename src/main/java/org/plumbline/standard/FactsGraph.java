package org.plumbline.standard;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.plumbline.rdf.PL;
import org.plumbline.rdf.Sources;
import org.plumbline.rulebook.Rulebook;
import org.plumbline.rulebook.SiteClass;
import org.plumbline.rulebook.SiteRecord;

/** A graph of facts about sites, as a file states it, read for one edition. */
public final class FactsGraph {
    private FactsGraph() {}

    /**
     * The sites of a graph and what is wrong with their facts.
     *
     * @param records one record for each site of a class of the edition, in the order of their IRIs
     * @param findings errors: what could not be read, and the records lack it; warnings: what was left out with reason
     * @param later how many dated observations lie after the day, and were left out
     */
    public record Result(List<SiteRecord> records, List<Finding> findings, int later) {}

    /** Reads all sites in {@code sources}; bare facts count as observed on {@code onDay}. */
    public static Result read(Sources sources, Edition edition, int onDay) {
        Reading reading = new Reading(sources);
        Rulebook rulebook = edition.rulebook();
        SiteGraphReader reader = new SiteGraphReader(reading, rulebook, edition.book());
        List<SiteRecord> records = new ArrayList<>();
        List<Triple> types = new ArrayList<>(
                sources.graph().find(Node.ANY, RDF.type.asNode(), Node.ANY).toList());
        types.sort(Comparator.comparing(triple -> triple.getSubject().toString()));
        Set<String> known = types(edition.book());
        for (Triple triple : types) {
            Node site = triple.getSubject();
            Node type = triple.getObject();
            int siteClass = type.isURI() ? rulebook.classIndex(Reading.local(type)) : -1;
            boolean example = reading.isA(site, PL.term("Example"));
            reading.about(site.isURI() ? site.getURI() : "");
            if (siteClass >= 0 && !example && site.isURI()) {
                records.add(reader.read(site, siteClass, onDay));
            } else if (FactReader.isFact(type) && !known.contains(Reading.local(type))) {
                List<String> classes =
                        rulebook.classes().stream().map(SiteClass::name).toList();
                reading.error(
                        site,
                        type,
                        Reading.name(type)
                                + " is no class of sites, so that this site would be left out. Use a class of the edition: f:"
                                + String.join(", f:", classes) + ".");
            }
        }
        sources.graph().find().forEach(triple -> {
            reading.about(triple.getSubject().isURI() ? triple.getSubject().getURI() : "");
            Vocabulary.check(reading, triple.getSubject(), triple.getPredicate());
        });
        return new Result(
                records,
                reading.findings().stream()
                        .distinct()
                        .sorted(Comparator.comparing(Finding::place))
                        .toList(),
                reader.later());
    }

    /** What a subject may be: a site, a record, a place. */
    private static Set<String> types(FactBook book) {
        Set<String> types = new HashSet<>(book.classes().keySet());
        types.addAll(book.recordKinds().keySet());
        book.facts().values().stream()
                .map(FactDefinition::heldBy)
                .filter(Objects::nonNull)
                .forEach(types::add);
        return types;
    }
}
