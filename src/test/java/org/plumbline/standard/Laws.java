package org.plumbline.standard;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.graph.GraphFactory;
import org.jspecify.annotations.Nullable;
import org.plumbline.rdf.Sources;
import org.plumbline.rulebook.Aggregate;
import org.plumbline.rulebook.Assessment;
import org.plumbline.rulebook.Clause;
import org.plumbline.rulebook.ClauseResult;
import org.plumbline.rulebook.Derivation;
import org.plumbline.rulebook.Evaluator;
import org.plumbline.rulebook.Expression;
import org.plumbline.rulebook.Fact;
import org.plumbline.rulebook.Outcome;
import org.plumbline.rulebook.Rulebook;
import org.plumbline.rulebook.SiteRecord;
import org.plumbline.rulebook.Subject;
import org.plumbline.standard.RandomFacts.Mix;

/** The laws of the language, each as something that can be tried on one edition with random facts. */
final class Laws {
    /** How many outcomes each law compared, so that none holds for want of cases. */
    static final Map<String, LongAdder> COMPARED = new ConcurrentHashMap<>();

    private final Edition edition;
    private final Rulebook rulebook;
    private final Evaluator evaluator;
    private final JenaOracle oracle;
    private final RandomFacts facts;
    private final Random random;
    private final int onDay;
    private final Shapes exported;

    Laws(EditionReader reader, Edition read, Random random, int onDay) {
        edition = read;
        rulebook = read.rulebook();
        evaluator = new Evaluator(rulebook);
        oracle = new JenaOracle(reader.reading(), rulebook);
        facts = new RandomFacts(read, random);
        this.random = random;
        this.onDay = onDay;
        exported = exported(read);
    }

    private static Shapes exported(Edition edition) {
        java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();
        try {
            ShapesExport.write(edition, out);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        Sources sources = new Sources();
        sources.read("shapes.ttl", out.toByteArray(), "urn:base:");
        assertThat(sources.broken()).isEmpty();
        return Shapes.parse(sources.graph());
    }

    /** Law 1: on complete records, outcomes are what Jena finds, and derived facts what its SPARQL and SHACL compute. */
    void agreement(int sites) {
        List<Assessment> complete = new ArrayList<>();
        for (int i = 0; i < sites; i++) {
            complete.add(assess(facts.record(
                    "urn:site:" + i, random.nextInt(rulebook.classes().size()), onDay, Mix.COMPLETE)));
        }
        Graph data = validate(complete);
        for (Assessment assessment : complete) {
            derivedFactsAgree(assessment, data);
            for (int i = 0; i < rulebook.clauses().size(); i++) {
                if (comparable(assessment, i)) {
                    count("agreement " + assessment.results().get(i).outcome());
                    assertThat(assessment.results().get(i).outcome())
                            .as(() -> what(assessment) + " " + data)
                            .isEqualTo(jena(assessment, i));
                }
            }
        }
        exportAgrees(complete, data);
    }

    /** The exported plain shapes name exactly the failed clauses and the permissions not used. */
    private void exportAgrees(List<Assessment> complete, Graph data) {
        java.util.Set<String> violated = new java.util.TreeSet<>();
        ShaclValidator.get().validate(exported, data).getEntries().forEach(entry -> {
            String number =
                    entry.source().getURI().replaceFirst(".*/shape/", "").replaceFirst("/.*", "");
            violated.add(number + " " + entry.focusNode());
        });
        for (Assessment assessment : complete) {
            for (int i = 0; i < rulebook.clauses().size(); i++) {
                if (comparable(assessment, i)) {
                    Clause clause = rulebook.clauses().get(i);
                    ClauseResult result = assessment.results().get(i);
                    boolean unmet = result.outcome() == Outcome.FAILED
                            || result.reason() == org.plumbline.rulebook.Reason.OPTION_NOT_USED;
                    assertThat(violated.contains(
                                    clause.number() + " " + assessment.record().site()))
                            .as("exported shape of clause %s", clause.number())
                            .isEqualTo(unmet);
                }
            }
        }
    }

    /** Law 2: what is decided with facts missing, every completion decides alike, in Jena too. */
    void soundness(int sites, int completions) {
        List<Assessment> partial = new ArrayList<>();
        List<Assessment> complete = new ArrayList<>();
        for (int i = 0; i < sites; i++) {
            SiteRecord record = incomplete("urn:site:" + i);
            for (int j = 0; j < completions; j++) {
                partial.add(assess(record));
                SiteRecord whole = facts.complete(record, onDay);
                complete.add(assess(
                        new SiteRecord(record.site() + ":" + j, whole.siteClass(), whole.facts(), whole.judgements())));
            }
        }
        completionsAgree(partial, complete);
    }

    private void completionsAgree(List<Assessment> partial, List<Assessment> complete) {
        validate(complete);
        for (int k = 0; k < partial.size(); k++) {
            for (int i = 0; i < rulebook.clauses().size(); i++) {
                Outcome decided = partial.get(k).results().get(i).outcome();
                if (!decided.open() && comparable(complete.get(k), i)) {
                    count("soundness " + decided);
                    int at = k;
                    assertThat(jena(complete.get(k), i))
                            .as(() -> "completion of " + what(partial.get(at)) + " to " + what(complete.get(at)))
                            .isEqualTo(decided);
                }
            }
        }
    }

    /** Law 4: facts come one by one; a clause once decided stays as it is. */
    void monotony(int sites) {
        for (int i = 0; i < sites; i++) {
            SiteRecord record = facts.record(
                    "urn:site:" + i, random.nextInt(rulebook.classes().size()), onDay, Mix.COMPLETE);
            List<SiteRecord> chain = new ArrayList<>(List.of(record));
            for (int step = 0; step < 6; step++) {
                chain.addFirst(Copies.without(chain.getFirst(), rulebook, 0.3, random));
            }
            Assessment before = null;
            for (SiteRecord more : chain) {
                Assessment now = assess(more);
                for (int c = 0; before != null && c < rulebook.clauses().size(); c++) {
                    Outcome decided = before.results().get(c).outcome();
                    Outcome next = now.results().get(c).outcome();
                    count(decided.open() ? "monotony open" : "monotony decided");
                    if (!decided.open() && !next.equals(decided)) {
                        // A derived fact that turns out to have no value reopens a clause that rests on it; it never
                        // flips it.
                        assertThat(next.open())
                                .as("clause %s", rulebook.clauses().get(c).number())
                                .isTrue();
                        assertThat(comparable(now, c))
                                .as("clause %s", rulebook.clauses().get(c).number())
                                .isFalse();
                    }
                }
                before = now;
            }
        }
    }

    /** The examples, with 20 to 60 % of their facts deleted and every gap then filled at random. */
    void examplesWithDeletions() {
        List<Assessment> partial = new ArrayList<>();
        List<Assessment> complete = new ArrayList<>();
        for (Example example : edition.examples()) {
            if (example.onDay() != edition.examples().getFirst().onDay()) {
                continue;
            }
            for (int i = 0; i < 2; i++) {
                SiteRecord less = Copies.without(example.record(), rulebook, 0.2 + 0.4 * random.nextDouble(), random);
                SiteRecord whole = facts.complete(less, example.onDay());
                partial.add(evaluator.assess(less, example.onDay()));
                complete.add(evaluator.assess(
                        new SiteRecord(less.site() + ":" + i, whole.siteClass(), whole.facts(), whole.judgements()),
                        example.onDay()));
            }
        }
        assertThat(partial).hasSizeGreaterThan(20);
        completionsAgree(partial, complete);
    }

    private static void count(String what) {
        COMPARED.computeIfAbsent(what, key -> new LongAdder()).increment();
    }

    private SiteRecord incomplete(String site) {
        double missing = 0.1 + 0.5 * random.nextDouble();
        return facts.record(
                site, random.nextInt(rulebook.classes().size()), onDay, new Mix(missing, 0.15, 0, false, false));
    }

    private Assessment assess(SiteRecord record) {
        return evaluator.assess(record, onDay);
    }

    private Graph validate(List<Assessment> assessments) {
        Graph data = GraphFactory.createDefaultGraph();
        CompletedFacts completed = new CompletedFacts(rulebook, data);
        assessments.forEach(
                one -> completed.add(one.record().site(), one.record().siteClass(), one.facts()));
        oracle.validate(data);
        return data;
    }

    private Outcome jena(Assessment assessment, int clause) {
        SiteRecord record = assessment.record();
        return oracle.outcome(rulebook.clauses().get(clause), record.siteClass(), record.site());
    }

    /** Whether a clause is automatic and every fact it reads is a value or none here: derived ones defined. */
    private boolean comparable(Assessment assessment, int index) {
        Clause clause = rulebook.clauses().get(index);
        return clause.automatic()
                && clause.factList(assessment.record().siteClass()).stream()
                        .allMatch(fact -> defined(fact, assessment.facts()));
    }

    private boolean defined(Fact fact, Subject site) {
        if (fact.kind() == Fact.SITE) {
            return known(site, fact);
        }
        return rulebook.facts().stream()
                .filter(records -> records.recordKind() == fact.kind())
                .flatMap(records -> java.util.Arrays.stream(site.records(records.slot())))
                .allMatch(record -> known(record, fact));
    }

    private static boolean known(Subject subject, Fact fact) {
        return subject.state(fact.slot()) == Subject.VALUE || subject.state(fact.slot()) == Subject.NONE;
    }

    /** The names of the facts that the clauses for a class read, directly or through others: the rest need not be derived. */
    private Set<String> reached(int siteClass) {
        Set<String> reached = new HashSet<>();
        rulebook.clauses().stream()
                .filter(clause -> clause.concerns(siteClass))
                .forEach(clause -> clause.facts(siteClass, fact -> reached.add(fact.name())));
        // Each derivation follows those it reads, so that one pass from the last to the first reaches all.
        rulebook.derivations().reversed().stream()
                .filter(derivation -> reached.contains(derivation.fact().name()))
                .forEach(derivation -> derivation.facts(fact -> reached.add(fact.name())));
        return reached;
    }

    private void derivedFactsAgree(Assessment assessment, Graph data) {
        Set<String> reached = reached(assessment.record().siteClass());
        for (Derivation derivation : rulebook.derivations()) {
            Fact fact = derivation.fact();
            if (!reached.contains(fact.name())) {
                continue;
            }
            Node site = NodeFactory.createURI(assessment.record().site());
            if (fact.kind() == Fact.SITE) {
                derivedAgrees(derivation, assessment.facts(), site, data);
            } else {
                for (Fact records : rulebook.facts()) {
                    if (records.recordKind() == fact.kind()) {
                        for (Subject record : assessment.facts().records(records.slot())) {
                            derivedAgrees(derivation, record, CompletedFacts.record(site, records, record), data);
                        }
                    }
                }
            }
        }
    }

    private void derivedAgrees(Derivation derivation, Subject subject, Node node, Graph data) {
        Fact fact = derivation.fact();
        List<Fact> operands = new ArrayList<>();
        derivation.facts(operands::add);
        boolean whole = operands.stream()
                .allMatch(
                        operand -> operand.kind() == fact.kind() ? known(subject, operand) : defined(operand, subject));
        if (!whole) {
            return;
        }
        boolean stated = subject.state(fact.slot()) == Subject.VALUE;
        if (!oracle.holds(fact, "measuredWhen", node)) {
            assertThat(stated).as("f:%s without its least sample", fact.name()).isFalse();
            return;
        }
        Optional<NodeValue> value = derivation.expression() != null
                ? oracle.value(fact, subject, onDay)
                : aggregate(derivation.aggregate(), fact, subject, node);
        if (subject.state(fact.slot()) == Subject.UNDEFINED && coalesces(derivation.expression())) {
            // COALESCE sees only what was observed as none; a division by zero passes through it, unlike in SPARQL.
            return;
        }
        assertThat(stated)
                .as(
                        "f:%s in state %d, as Jena has %s for %s",
                        fact.name(), subject.state(fact.slot()), value, derivation)
                .isEqualTo(value.isPresent());
        count(value.isPresent() ? "derived value" : "derived error");
        value.ifPresent(jena -> assertThat(subject.value(fact.slot()))
                .as("f:%s = %s in Jena", fact.name(), jena)
                .isEqualTo(JenaOracle.micros(jena)));
    }

    private static boolean coalesces(@Nullable Expression expression) {
        return expression instanceof Expression.Coalesce
                || expression != null && expression.operands().stream().anyMatch(Laws::coalesces);
    }

    /** The aggregate over the records that Jena finds to fulfil the condition. */
    private Optional<NodeValue> aggregate(Aggregate aggregate, Fact fact, Subject subject, Node node) {
        List<BigDecimal> members = new ArrayList<>();
        for (Subject record : subject.records(aggregate.records().slot())) {
            Fact member = aggregate.member();
            boolean in = oracle.holds(fact, "where", CompletedFacts.record(node, aggregate.records(), record));
            if (in && (member == null || record.state(member.slot()) == Subject.VALUE)) {
                members.add(member == null ? BigDecimal.ONE : BigDecimal.valueOf(record.value(member.slot()), 6));
            }
        }
        Optional<BigDecimal> result = switch (aggregate.function()) {
            case COUNT, SUM -> Optional.of(members.stream().reduce(BigDecimal.ZERO, BigDecimal::add));
            case MIN -> members.stream().min(BigDecimal::compareTo);
            case MAX -> members.stream().max(BigDecimal::compareTo);
        };
        return result.map(NodeValue::makeDecimal);
    }

    private String what(Assessment assessment) {
        StringBuilder out = new StringBuilder(assessment.record().site());
        for (Fact fact : rulebook.facts()) {
            if (fact.kind() == Fact.SITE) {
                out.append(' ')
                        .append(fact.name())
                        .append('=')
                        .append(assessment.facts().state(fact.slot()));
                out.append(':').append(assessment.facts().value(fact.slot()));
            }
        }
        return out.append('\n').append(rulebook.clauses()).toString();
    }
}
