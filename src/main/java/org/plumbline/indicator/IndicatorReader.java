package org.plumbline.indicator;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.RDF;
import org.jspecify.annotations.Nullable;
import org.plumbline.indicator.Computation.Holds;
import org.plumbline.indicator.Measure.Form;
import org.plumbline.rdf.PL;
import org.plumbline.rdf.SKOS;
import org.plumbline.rdf.Sources;
import org.plumbline.rulebook.Micros;
import org.plumbline.rulebook.Text;
import org.plumbline.standard.FactBook;
import org.plumbline.standard.FactDefinition;

/** Reads indicators from Turtle ({@code standards/indicators}); the first thing that is wrong ends it with file, line and remedy. */
final class IndicatorReader {
    private final Sources sources;
    private final Graph graph;
    private final FactBook facts;

    /** What is wrong with a catalogue of indicators: file, line, what and what to do. */
    static final class Broken extends IllegalArgumentException {
        private static final long serialVersionUID = 1;

        Broken(Sources.Place place, String message) {
            super(place.file() + ":" + place.line() + ": " + message);
        }
    }

    IndicatorReader(Sources sources, FactBook facts) {
        this.sources = sources;
        this.graph = sources.graph();
        this.facts = facts;
    }

    /**
     * The groups that indicators are listed in, in the order of the files.
     *
     * @throws Broken when something is wrong
     */
    List<Topic> topics() {
        return instances("Topic").stream()
                .map(node -> new Topic(node.getLocalName(), text(node, SKOS.PREF_LABEL)))
                .toList();
    }

    /**
     * The indicators in the order of their groups and of the files.
     *
     * @throws Broken when something is wrong
     */
    List<Indicator> indicators() {
        sources.broken().stream().findFirst().ifPresent(first -> {
            throw new Broken(first.place(), first.message());
        });
        List<String> topics = topics().stream().map(Topic::key).toList();
        List<Indicator> indicators = new ArrayList<>();
        for (Node node : instances("Indicator")) {
            Indicator one = new Indicator(
                    lexical(node, SKOS.NOTATION),
                    need(node, PL.term("topic")).getLocalName(),
                    text(node, SKOS.PREF_LABEL),
                    text(node, SKOS.DEFINITION),
                    lexical(node, PL.term("cycle")),
                    optional(node, "anchor"),
                    optional(node, "lacks"),
                    all(node, PL.term("measure")).stream().map(this::measure).toList());
            if (!topics.contains(one.topic())) {
                throw wrong(node, "pl:topic names no pl:Topic. Name one that stands in these files.");
            }
            if (!one.measured() && one.lacks() == null) {
                throw wrong(
                        node,
                        "there is neither pl:measure nor pl:lacks, so that a reader would not know why it has no figure."
                                + " Say what it waits for.");
            }
            indicators.add(one);
        }
        indicators.sort(Comparator.comparingInt(one -> topics.indexOf(one.topic())));
        return List.copyOf(indicators);
    }

    private Measure measure(Node node) {
        String form = need(node, PL.term("form")).getLocalName();
        Text none = new Text("", "");
        return new Measure(
                node.getLocalName(),
                text(node, SKOS.PREF_LABEL),
                text(node, PL.term("formula")),
                switch (form) {
                    case "ShareForm" -> Form.SHARE;
                    case "NumberForm" -> Form.NUMBER;
                    case "ScoreForm" -> Form.SCORE;
                    default -> throw wrong(node, "pl:form is none. Write pl:ShareForm, pl:NumberForm or pl:ScoreForm.");
                },
                form.equals("ShareForm") ? none : text(node, PL.term("unitName")),
                Integer.parseInt(lexical(node, PL.term("decimals"))),
                all(node, PL.term("siteClass")).stream().map(Node::getLocalName).toList(),
                computation(need(node, PL.term("compute"))),
                literal(node, "factor").map(BigDecimal::new).orElse(BigDecimal.ONE),
                literal(node, "complement").map("true"::equals).orElse(false),
                literal(node, "anchorValue").map(BigDecimal::new).orElse(null),
                literal(node, "fewest").map(Long::parseLong).orElse(0L));
    }

    private Computation computation(Node node) {
        String kind = need(node, RDF.type.asNode()).getLocalName();
        return switch (kind) {
            case "Quotient" ->
                new Computation.Quotient(
                        fact(node, "numerator"),
                        fact(node, "denominator"),
                        one(node, PL.term("where")).map(this::holds).orElse(null));
            case "Gini" -> new Computation.Gini(fact(node, "numerator"), fact(node, "denominator"));
            case "Mean" -> new Computation.Mean(fact(node, "fact"));
            case "WeightedMean" -> new Computation.WeightedMean(fact(node, "fact"), fact(node, "weight"));
            case "Greatest" -> new Computation.Greatest(fact(node, "fact"));
            case "Meets" ->
                new Computation.Meets(list(need(node, PL.term("anyOf"))).stream()
                        .map(this::holds)
                        .toList());
            case "PerRecord" -> new Computation.PerRecord(fact(node, "records"), fact(node, "fact"));
            case "ChapterPassed" ->
                new Computation.ChapterPassed(lexical(node, PL.term("standard")), lexical(node, PL.term("chapter")));
            case "Compliance" -> new Computation.Compliance();
            case "MeanScore" -> new Computation.MeanScore();
            case "MeasuredShare" -> new Computation.MeasuredShare();
            case "CommitteeCoverage" -> new Computation.Coverage();
            default -> throw wrong(node, "pl:" + kind + " is no way of computing a figure. See standards/README.md.");
        };
    }

    private Holds holds(Node node) {
        return new Holds(
                fact(node, "fact"),
                literal(node, "least").map(Micros::parse).orElse(null),
                literal(node, "most").map(Micros::parse).orElse(null),
                one(node, PL.term("has")).map(Node::getLocalName).orElse(null));
    }

    /** The name of a public fact: no figure may rest on what is not public. */
    private String fact(Node node, String term) {
        Node named = need(node, PL.term(term));
        FactDefinition fact = facts.fact(named);
        if (fact == null) {
            throw wrong(node, "pl:" + term + " names " + named + ", which is no fact. Define it under facts/.");
        }
        if (!fact.sensitivity().equals("Public")) {
            throw wrong(node, "f:" + fact.name() + " is not public, and this figure would be. Take another fact.");
        }
        return fact.name();
    }

    private List<Node> instances(String type) {
        return sources.instances(PL.term(type));
    }

    private List<Node> all(Node node, Node term) {
        return graph.find(node, term, Node.ANY).toList().stream()
                .sorted(Comparator.comparing(sources::place))
                .map(triple -> triple.getObject())
                .toList();
    }

    private List<Node> list(Node head) {
        List<Node> members = new ArrayList<>();
        for (Node rest = head; !rest.equals(RDF.nil.asNode()); rest = need(rest, RDF.rest.asNode())) {
            members.add(need(rest, RDF.first.asNode()));
        }
        return members;
    }

    private Optional<Node> one(Node node, Node term) {
        List<Node> found = all(node, term);
        if (found.size() > 1) {
            throw wrong(node, term.getLocalName() + " stands here more than once. Keep one.");
        }
        return found.stream().findFirst();
    }

    private Node need(Node node, Node term) {
        return one(node, term).orElseThrow(() -> wrong(node, term.getLocalName() + " is missing here. Add it."));
    }

    private Optional<String> literal(Node node, String term) {
        return one(node, PL.term(term)).map(Node::getLiteralLexicalForm);
    }

    private String lexical(Node node, Node term) {
        return need(node, term).getLiteralLexicalForm();
    }

    private @Nullable Text optional(Node node, String term) {
        return all(node, PL.term(term)).isEmpty() ? null : text(node, PL.term(term));
    }

    private Text text(Node node, Node term) {
        return new Text(in(node, term, "zh"), in(node, term, "en"));
    }

    private String in(Node node, Node term, String language) {
        return all(node, term).stream()
                .filter(one -> one.isLiteral() && one.getLiteralLanguage().equals(language))
                .map(Node::getLiteralLexicalForm)
                .findFirst()
                .orElseThrow(() -> wrong(
                        node,
                        term.getLocalName() + " is missing in " + language
                                + ". Every page is read in both languages: add it."));
    }

    private Broken wrong(Node node, String message) {
        return new Broken(sources.place(node), message);
    }
}
