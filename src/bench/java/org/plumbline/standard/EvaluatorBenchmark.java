package org.plumbline.standard;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.graph.Graph;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.ValidationReport;
import org.apache.jena.sparql.graph.GraphFactory;
import org.plumbline.rdf.Sources;
import org.plumbline.rulebook.Assessment;
import org.plumbline.rulebook.Clause;
import org.plumbline.rulebook.ClauseResult;
import org.plumbline.rulebook.Dates;
import org.plumbline.rulebook.Evaluator;
import org.plumbline.rulebook.Fact;
import org.plumbline.rulebook.Outcome;
import org.plumbline.rulebook.Reason;
import org.plumbline.rulebook.Rulebook;
import org.plumbline.rulebook.SiteRecord;
import org.plumbline.rulebook.Subject;

/**
 * 10,000 made-up sites against the model standard on one thread, beside Jena SHACL on the exported shapes of the same clauses
 * and the same facts in the same JVM. The evaluator yields outcomes, points, gap values, score and band; Jena yields outcomes.
 */
public final class EvaluatorBenchmark {
    private static final int SITES = 10_000;
    private static final int COMPARED = 500;
    private static final int ROUNDS = 7;
    /** How often the sites are held in one round of the evaluator, which would be too short beside one of Jena's. */
    private static final int REPEATS = 60;

    private static final int BIG_ROUNDS = 3;
    private static final double LEAST_RATIO = 200;
    private static final int ON_DAY = Dates.day("2026-11-01");

    private final Edition edition;
    private final Rulebook rulebook;
    private final Evaluator evaluator;
    private final Shapes shapes;
    private final List<SiteRecord> sites = new ArrayList<>();

    private EvaluatorBenchmark() throws IOException {
        String key = "model-station/2026";
        edition = new EditionReader(
                        StandardFolder.folder(key, StandardFolder.packed("facts"), StandardFolder.packed(key)))
                .read();
        rulebook = edition.rulebook();
        evaluator = new Evaluator(rulebook);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ShapesExport.write(edition, out);
        Sources sources = new Sources();
        sources.read("shapes.ttl", out.toByteArray(), "urn:base:");
        shapes = Shapes.parse(sources.graph());
        Random random = new Random(1);
        RandomFacts facts = new RandomFacts(edition, random);
        List<Example> whole = edition.examples().stream()
                .filter(example -> example.band() != null)
                .toList();
        for (int i = 0; i < SITES; i++) {
            // A site of the examples, from best to worst, with every eighth fact another and every twelfth missing.
            SiteRecord like = whole.get(i % whole.size()).record();
            SiteRecord site = Copies.without(like, rulebook, 0.125, random);
            site = new SiteRecord("urn:site:" + i, site.siteClass(), site.facts(), site.judgements());
            sites.add(Copies.without(facts.complete(site, ON_DAY - random.nextInt(60)), rulebook, 0.08, random));
        }
    }

    /** Runs it; exit 1 when outcomes differ or the ratio is too small. */
    public static void main(String[] arguments) throws IOException {
        System.exit(new EvaluatorBenchmark().run() ? 0 : 1);
    }

    private boolean run() {
        boolean equal = sameOutcomes();
        // The first rounds warm up; the best round of each counts, so that a busy machine favours neither. The
        // evaluator goes
        // first, since the graphs of the other would only burden the collector meanwhile.
        double ours = Double.MAX_VALUE;
        for (int round = 0; round < BIG_ROUNDS; round++) {
            ours = Math.min(ours, evaluator());
        }
        double apart = Double.MAX_VALUE;
        List<Graph> graphs = graphs();
        for (int round = 0; round < ROUNDS; round++) {
            apart = Math.min(apart, jena(graphs, COMPARED));
        }
        double jena = Double.MAX_VALUE;
        Graph together = together();
        for (int round = 0; round < BIG_ROUNDS; round++) {
            jena = Math.min(jena, jena(List.of(together), SITES));
        }
        System.out.printf(
                Locale.ROOT,
                "%d clauses; evaluator, %,d sites: %.1f us/site; Jena SHACL: %.1f us/site, the same sites in one graph "
                        + "(%.1f us/site, the first %d in a graph each); ratio %.0f (%.0f)%n",
                rulebook.clauses().size(),
                SITES,
                ours,
                jena,
                apart,
                COMPARED,
                jena / ours,
                apart / ours);
        if (jena / ours < LEAST_RATIO) {
            System.out.printf(Locale.ROOT, "The ratio is below %.0f.%n", LEAST_RATIO);
        }
        return equal && jena / ours >= LEAST_RATIO;
    }

    private double evaluator() {
        long points = 0;
        long start = System.nanoTime();
        for (int repeat = 0; repeat < REPEATS; repeat++) {
            for (SiteRecord site : sites) {
                Assessment assessment = evaluator.assess(site, ON_DAY);
                points += assessment.score().earned() + (assessment.band() == null ? 0 : 1);
            }
        }
        double time = (System.nanoTime() - start) / 1000.0 / SITES / REPEATS;
        if (points == 0) {
            throw new IllegalStateException("nothing was computed");
        }
        return time;
    }

    private Graph together() {
        Graph graph = GraphFactory.createDefaultGraph();
        CompletedFacts facts = new CompletedFacts(rulebook, graph);
        sites.forEach(site -> facts.add(
                site.site(), site.siteClass(), evaluator.assess(site, ON_DAY).facts()));
        return graph;
    }

    /** One small graph a site, which suits Jena better than one of all. */
    private List<Graph> graphs() {
        return sites.stream().limit(COMPARED).map(this::graph).toList();
    }

    private Graph graph(SiteRecord site) {
        Graph graph = GraphFactory.createDefaultGraph();
        new CompletedFacts(rulebook, graph)
                .add(
                        site.site(),
                        site.siteClass(),
                        evaluator.assess(site, ON_DAY).facts());
        return graph;
    }

    private double jena(List<Graph> graphs, int size) {
        long start = System.nanoTime();
        int results = 0;
        for (Graph graph : graphs) {
            results += ShaclValidator.get().validate(shapes, graph).getEntries().size();
        }
        double time = (System.nanoTime() - start) / 1000.0 / size;
        if (results == 0) {
            throw new IllegalStateException("nothing was validated");
        }
        return time;
    }

    /** Whether both agree on every clause whose facts are all known for the site: Jena takes a missing fact for none. */
    private boolean sameOutcomes() {
        int compared = 0;
        int different = 0;
        for (SiteRecord site : sites.subList(0, COMPARED)) {
            ValidationReport report = ShaclValidator.get().validate(shapes, graph(site));
            Set<String> violated = new TreeSet<>();
            report.getEntries()
                    .forEach(entry -> violated.add(entry.source()
                            .getURI()
                            .replaceFirst(".*/shape/", "")
                            .replaceFirst("/.*", "")));
            Assessment assessment = evaluator.assess(site, ON_DAY);
            for (ClauseResult result : assessment.results()) {
                Clause clause = rulebook.clauses().get(result.clause());
                if (clause.automatic() && known(clause, assessment)) {
                    boolean unmet = result.outcome() == Outcome.FAILED || result.reason() == Reason.OPTION_NOT_USED;
                    compared++;
                    different += unmet == violated.contains(clause.number()) ? 0 : 1;
                }
            }
        }
        System.out.printf(Locale.ROOT, "%,d outcomes compared, %d different%n", compared, different);
        return different == 0 && compared > 10_000;
    }

    private boolean known(Clause clause, Assessment assessment) {
        Subject facts = assessment.facts();
        for (Fact fact : clause.factList(assessment.record().siteClass())) {
            if (fact.kind() == Fact.SITE && !known(facts, fact)) {
                return false;
            }
            for (Fact records : rulebook.facts()) {
                if (fact.kind() != Fact.SITE && records.recordKind() == fact.kind()) {
                    for (Subject record : facts.records(records.slot())) {
                        if (!known(record, fact)) {
                            return false;
                        }
                    }
                }
            }
        }
        return true;
    }

    private static boolean known(Subject subject, Fact fact) {
        byte state = subject.state(fact.slot());
        return state == Subject.VALUE || state == Subject.NONE;
    }
}
