package org.plumbline.standard;

import static org.plumbline.standard.Reading.local;

import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.jspecify.annotations.Nullable;
import org.plumbline.rdf.EARL;
import org.plumbline.rdf.PL;
import org.plumbline.rulebook.Dates;
import org.plumbline.rulebook.Outcome;
import org.plumbline.rulebook.Rulebook;
import org.plumbline.standard.Example.Expectation;

/** Reads the examples of an edition. */
final class ExampleReader {
    private final Reading reading;
    private final Rulebook rulebook;
    private final SiteGraphReader records;

    ExampleReader(Reading reading, Rulebook rulebook, FactBook book) {
        this.reading = reading;
        this.rulebook = rulebook;
        records = new SiteGraphReader(reading, rulebook, book);
    }

    List<Example> read() {
        List<Example> examples = new ArrayList<>();
        for (Node node : reading.instances(PL.term("Example"))) {
            reading.about("example " + local(node));
            Example example = example(node);
            if (example != null) {
                examples.add(example);
            }
        }
        reading.about("");
        return List.copyOf(examples);
    }

    private @Nullable Example example(Node node) {
        int siteClass = -1;
        for (Node type : reading.all(node, RDF.type.asNode())) {
            siteClass = Math.max(siteClass, rulebook.classIndex(local(type)));
        }
        Integer onDay = day(reading.lexical(node, PL.term("onDate")));
        if (siteClass < 0 || onDay == null) {
            reading.error(
                    node,
                    "An example is a site of a class on a date. Write `a pl:Example , f:RS ; pl:onDate \"YYYY-MM-DD\"^^xsd:date`.");
            return null;
        }
        List<Expectation> expectations = new ArrayList<>();
        for (Node expect : reading.all(node, PL.term("expect"))) {
            Expectation expectation = expectation(expect);
            if (expectation != null) {
                expectations.add(expectation);
            }
        }
        Node band = reading.one(node, PL.term("expectBand"));
        String score = reading.lexical(node, PL.term("expectScore"));
        if (expectations.isEmpty() && band == null && score == null) {
            reading.error(
                    node,
                    "The example expects nothing, so that it tests nothing. Add pl:expect [ pl:clause … ; pl:outcome … ].");
        }
        return new Example(
                local(node),
                reading.text(node, RDFS.label.asNode()),
                records.read(node, siteClass, onDay),
                onDay,
                List.copyOf(expectations),
                score,
                band == null ? null : local(band),
                reading.sources().place(node));
    }

    private static @Nullable Integer day(@Nullable String text) {
        try {
            return text == null ? null : Dates.day(text);
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private @Nullable Expectation expectation(Node expect) {
        Node clause = reading.one(expect, PL.term("clause"));
        Node outcome = reading.one(expect, PL.term("outcome"));
        boolean mine = clause != null && clause.toString().startsWith(rulebook.edition() + "/");
        int index = !mine ? -1 : rulebook.clauseIndex(local(clause));
        if (index < 0) {
            reading.error(expect, PL.term("clause"), "pl:expect names no clause of this edition. Correct pl:clause.");
            return null;
        }
        boolean known = outcome != null
                && outcome.isURI()
                && outcome.getURI().startsWith(EARL.NS)
                && List.of("passed", "failed", "inapplicable", "untested", "cantTell")
                        .contains(local(outcome));
        if (!known || outcome == null) {
            reading.error(
                    expect,
                    PL.term("outcome"),
                    "pl:outcome must be earl:passed, earl:failed, earl:inapplicable, earl:untested or "
                            + "earl:cantTell.");
            return null;
        }
        String points = reading.lexical(expect, PL.term("points"));
        return new Expectation(
                index,
                Outcome.ofTerm(local(outcome)),
                points == null ? null : GradingReader.thousandths(reading, expect, "points", points));
    }
}
