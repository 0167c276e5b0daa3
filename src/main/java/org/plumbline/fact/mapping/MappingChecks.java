package org.plumbline.fact.mapping;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.plumbline.fact.mapping.Mapping.About;
import org.plumbline.fact.mapping.Mapping.Column;
import org.plumbline.fact.mapping.Mapping.Nested;
import org.plumbline.fact.mapping.Mapping.Use;
import org.plumbline.ledger.Source;
import org.plumbline.rdf.CSVW;
import org.plumbline.rdf.PL;
import org.plumbline.standard.FactBook;

/** What can be said of a mapping only when all its columns are read. */
final class MappingChecks {
    private final MappingGraph graph;
    private final FactBook book;
    private final Node subject;

    MappingChecks(MappingGraph graph, FactBook book, Node subject) {
        this.graph = graph;
        this.book = book;
        this.subject = subject;
    }

    void check(Mapping mapping) {
        identities(mapping);
        parts(mapping);
        once(mapping);
    }

    private void identities(Mapping mapping) {
        List<Column> finders = mapping.columns().stream()
                .filter(column -> column.use() instanceof Use.Identity(var id) && id.finder())
                .toList();
        if (finders.size() != 1) {
            graph.error(
                    subject,
                    CSVW.COLUMN,
                    (finders.isEmpty() ? "No column says" : "Several columns say")
                            + " which site a row is about. Give exactly one csvw:propertyUrl pl:siteCode, pl:siteName,"
                            + " pl:committeeCode or pl:committeeName.");
        }
        for (Column finder : finders) {
            boolean committee = finder.use() instanceof Use.Identity(var id)
                    && Set.of(About.COMMITTEE_CODE, About.COMMITTEE_NAME).contains(id);
            if (committee && mapping.identity(About.SITE_CLASS) == null) {
                graph.error(
                        subject,
                        CSVW.COLUMN,
                        "A committee may have sites of several classes. Add a column pl:siteClass, or a virtual one with"
                                + " csvw:default \"RS VS\" and csvw:separator \" \".");
            }
        }
        need(mapping, About.OBSERVED_ON, "on which day it was observed", "pl:observedOn");
        need(mapping, About.SOURCE, "whose word it is", "pl:source, virtual with csvw:default \"Manager\" if need be");
        constant(mapping, About.SITE_CLASS, book.classes().keySet());
        Set<String> sources = new HashSet<>();
        Source.all().forEach(source -> sources.add(source.name()));
        constant(mapping, About.SOURCE, sources);
    }

    private void need(Mapping mapping, About id, String what, String how) {
        if (mapping.identity(id) == null) {
            graph.error(
                    subject,
                    CSVW.COLUMN,
                    "No column says " + what + ", so that every row would be refused. Add one with csvw:propertyUrl "
                            + how + ".");
        }
    }

    private void constant(Mapping mapping, About id, Set<String> words) {
        Column column = mapping.identity(id);
        String constant = column == null ? null : column.conversion().otherwise();
        if (column != null && constant != null) {
            for (String word : Cells.split(constant, column.conversion().separator())) {
                if (!words.contains(word)) {
                    graph.error(
                            subject,
                            CSVW.COLUMN,
                            "\"" + word + "\" in column " + column.name() + " is none of "
                                    + String.join(", ", words.stream().sorted().toList()) + ". Correct it.");
                }
            }
        }
    }

    /** Columns that sums and records read are there, and each column says something. */
    private void parts(Mapping mapping) {
        Set<String> read = new HashSet<>();
        for (Column column : mapping.columns()) {
            column.sumOf().forEach(part -> part(mapping, read, "column " + column.name(), PL.SUM_OF, part));
        }
        for (Nested nested : mapping.nested()) {
            if (nested.repeatedBy() != null) {
                part(mapping, read, "pl:nested f:" + nested.fact(), PL.REPEATED_BY, nested.repeatedBy());
            }
        }
        for (Column column : mapping.columns()) {
            graph.about("column " + column.name());
            if (column.use() instanceof Use.Part && !read.contains(column.name())) {
                graph.error(
                        subject,
                        CSVW.COLUMN,
                        "Nothing is made of the column. Add csvw:propertyUrl, or csvw:suppressOutput true and an rdfs:comment"
                                + " in both languages that says why.");
            }
        }
        graph.about("");
    }

    private void part(Mapping mapping, Set<String> read, String about, Node property, String name) {
        read.add(name);
        boolean there = mapping.columns().stream()
                .anyMatch(column -> column.name().equals(name)
                        && column.head() != null
                        && !(column.use() instanceof Use.Ignored)
                        && !(column.use() instanceof Use.Identity));
        if (!there) {
            graph.about(about);
            graph.error(
                    subject,
                    CSVW.COLUMN,
                    MappingGraph.shown(property) + " names \"" + name
                            + "\", which is no column of the table, or one that is left out. Correct the name.");
        }
    }

    /** Each head and each fact stands once. */
    private void once(Mapping mapping) {
        Map<String, String> heads = new HashMap<>();
        mapping.written().forEach(column -> {
            var head = column.head();
            if (head != null) {
                for (String title : head.titles()) {
                    String key = Cells.folded(title) + "|" + Cells.folded(head.under() == null ? "" : head.under());
                    String other = heads.putIfAbsent(key, column.name());
                    if (other != null) {
                        graph.about("column " + column.name());
                        graph.error(
                                subject,
                                CSVW.COLUMN,
                                "The column " + other + " has the same head, \"" + head.shown()
                                        + "\". Say with pl:under what stands above each.");
                    }
                }
            }
        });
        Set<Object> stated = new HashSet<>();
        for (Column column : mapping.columns()) {
            boolean says = column.use() instanceof Use.Fact || column.use() instanceof Use.Identity;
            if (says && !stated.add(column.use())) {
                graph.about("column " + column.name());
                graph.error(
                        subject,
                        CSVW.COLUMN,
                        "Another column states the same. Keep one, or add them up with pl:sumOf.");
            }
        }
        graph.about("");
    }
}
