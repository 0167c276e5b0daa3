package org.plumbline.fact;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.jspecify.annotations.Nullable;
import org.plumbline.fact.GraphStatements.Stated;
import org.plumbline.rdf.F;
import org.plumbline.rdf.PL;
import org.plumbline.rulebook.Datatype;
import org.plumbline.standard.FactBook;
import org.plumbline.standard.FactDefinition;
import org.plumbline.table.CellPlace;

/** Writes nested records of a graph over: a row each in the sheet that lists them. */
final class GraphRecord {
    private final GraphFile file;
    private final Transcript transcript;
    private final SiteLookup lookup;

    GraphRecord(GraphFile file, Transcript transcript, SiteLookup lookup) {
        this.file = file;
        this.transcript = transcript;
        this.lookup = lookup;
    }

    /**
     * Writes the records that a site lists by one fact.
     *
     * @param site the site
     * @param about the row that tells what cannot be told at a record
     * @param ids what day and source they are of, and the site's code, to be copied
     */
    void write(Node site, Transcript.Row about, Stated listed, List<GraphSite.Said> ids) {
        for (Triple triple : listed.triples()) {
            Node record = triple.getObject();
            CellPlace at = file.at(triple, listed.fact().name());
            if (record.isLiteral()) {
                about.refuse(
                        at,
                        listed.fact().label().zh() + " " + file.shown(record)
                                + " 不是明细。请写明细的IRI；经查没有的写 pl:observedNone f:"
                                + listed.fact().name() + "。",
                        listed.fact().label().en() + " " + file.shown(record)
                                + " is no record: write the IRI of one, or pl:observedNone f:"
                                + listed.fact().name() + " if there is none.");
                continue;
            }
            if (!file.claim(record, site)) {
                about.refuse(
                        at,
                        file.shown(record) + " 已列在另一个站点下。请给每个站点的明细各自的IRI。",
                        file.shown(record)
                                + " is listed by another site already: give each site's records IRIs of their own.");
                continue;
            }
            Optional<Transcript.Row> row = row(
                    listed.fact(),
                    file.triples(record).isEmpty() || record.isBlank() && file.json()
                            ? about.place()
                            : file.row(record));
            if (row.isEmpty()) {
                file.swallow(record);
                about.refuse(
                        at,
                        "现行标准都不需要" + listed.fact().label().zh() + "，表里没有它的位置。请删去。",
                        "No standard in use asks for " + listed.fact().label().en()
                                + ", so that the form has no place for it: remove it.");
                continue;
            }
            ids.forEach(id -> row.get().put(id.column(), id.text(), id.at()));
            fill(row.get(), listed.fact(), record);
        }
    }

    private Optional<Transcript.Row> row(FactDefinition fact, CellPlace from) {
        return transcript.record(fact, from);
    }

    private void fill(Transcript.Row row, FactDefinition records, Node record) {
        file.see(record);
        if (records.key() == null) {
            if (record.isURI()) {
                row.put(Transcript.key(records), GraphFile.local(record), row.place());
            } else {
                row.refuse(
                        row.place(),
                        records.label().zh() + "要有自己的IRI（站点的IRI后面加 /" + records.name() + "/编号），空白节点以后无法再指认。",
                        records.label().en() + " need IRIs of their own, the site's followed by /" + records.name()
                                + "/KEY: a blank node cannot be named again.");
            }
        }
        GraphStatements statements = new GraphStatements(file, transcript, lookup, records.record());
        List<Triple> facts = new ArrayList<>();
        for (Triple triple : file.triples(record)) {
            Node property = triple.getPredicate();
            if (property.equals(RDF.type.asNode())) {
                type(row, records, triple);
            } else if (property.equals(PL.OBSERVED_NONE)) {
                statements.none(row, triple);
            } else if (property.getURI().startsWith(F.NS) || !file.pass(property)) {
                facts.add(triple);
            }
        }
        statements.facts(row, facts).forEach(stated -> statements.put(row, stated));
    }

    private void type(Transcript.Row row, FactDefinition records, Triple triple) {
        Node type = triple.getObject();
        if (type.isURI()
                && type.getURI().startsWith(F.NS)
                && !GraphFile.local(type).equals(records.record())) {
            row.refuse(
                    file.at(triple, "rdf:type"),
                    file.shown(type) + " 与 f:" + records.name() + " 的类别 f:" + records.record() + " 不符。请改正。",
                    file.shown(type) + " is not the kind of record that f:" + records.name() + " lists, which is f:"
                            + records.record() + ": correct it.");
        }
    }

    /** Writes a record that no site lists: refused, but not lost. */
    void stray(Node record) {
        FactBook book = transcript.form().book();
        FactDefinition listing = listing(book, record);
        Optional<Transcript.Row> row =
                listing == null ? Optional.empty() : transcript.record(listing, file.row(record));
        if (listing == null || row.isEmpty()) {
            transcript.fault(
                    file.row(record),
                    file.shown(record) + " 不是站点，也没有站点列出它。请改正或删去。",
                    file.shown(record) + " is no site, and no site lists it: correct or remove it.");
            return;
        }
        String below = "/" + listing.name() + "/";
        if (record.isURI() && record.getURI().contains(below)) {
            String site = record.getURI().substring(0, record.getURI().lastIndexOf(below));
            row.get()
                    .put(
                            Transcript.SITE,
                            site.substring(site.lastIndexOf('/') + 1),
                            row.get().place());
        }
        row.get()
                .refuse(
                        row.get().place(),
                        file.shown(record) + " 没有任何站点列出。请加上 <站点> f:" + listing.name() + " <这条明细>。",
                        "No site lists " + file.shown(record) + ": add <site> f:" + listing.name() + " <this record>.");
        fill(row.get(), listing, record);
    }

    private @Nullable FactDefinition listing(FactBook book, Node record) {
        for (Triple triple : file.triples(record)) {
            Node type = triple.getPredicate().equals(RDF.type.asNode()) ? triple.getObject() : triple.getPredicate();
            FactDefinition fact = book.fact(type);
            String kind = fact == null ? GraphFile.local(type) : String.valueOf(fact.of());
            for (FactDefinition one : book.facts().values()) {
                if (one.type() == Datatype.RECORDS && kind.equals(one.record())) {
                    return one;
                }
            }
        }
        return null;
    }
}
