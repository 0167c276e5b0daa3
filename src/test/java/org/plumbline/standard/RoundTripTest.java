package org.plumbline.standard;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.sparql.util.FmtUtils;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plumbline.rdf.F;
import org.plumbline.rdf.PL;
import org.plumbline.rdf.Sources;
import org.plumbline.rulebook.Dates;
import org.plumbline.rulebook.Evaluator;
import org.plumbline.rulebook.Fact;
import org.plumbline.rulebook.Rulebook;
import org.plumbline.rulebook.SiteRecord;
import org.plumbline.rulebook.Subject;
import org.plumbline.rulebook.json.AssessmentWriter;
import org.plumbline.rulebook.json.RecordReader;
import org.plumbline.rulebook.json.RecordWriter;
import org.plumbline.rulebook.json.RulebookReader;
import org.plumbline.rulebook.json.RulebookWriter;
import org.plumbline.standard.RandomFacts.Mix;

/** What is written is read back the same, and no order of the input changes a byte of the outcome. */
class RoundTripTest {
    private static final int ON_DAY = Dates.day("2026-06-01");

    @ParameterizedTest
    @ValueSource(strings = {"model-station/2026", "public-culture/2026"})
    void a_rulebook_is_read_back_to_the_same_bytes(String key) {
        String written = RulebookWriter.write(edition(key).rulebook());
        assertThat(RulebookWriter.write(RulebookReader.read(written))).isEqualTo(written);
    }

    @ParameterizedTest
    @ValueSource(strings = {"model-station/2026", "public-culture/2026"})
    void a_record_is_read_back_to_the_same_bytes_and_verdict(String key) {
        Rulebook rulebook = edition(key).rulebook();
        Evaluator evaluator = new Evaluator(rulebook);
        Evaluator again = new Evaluator(RulebookReader.read(RulebookWriter.write(rulebook)));
        RandomFacts facts = new RandomFacts(edition(key), new Random(3));
        for (int i = 0; i < 60; i++) {
            SiteRecord record = facts.record("urn:s", i % rulebook.classes().size(), ON_DAY, Mix.WILD);
            String written = RecordWriter.write(record, rulebook);
            SiteRecord read = new RecordReader(again.rulebook()).read(written);
            assertThat(RecordWriter.write(read, again.rulebook())).isEqualTo(written);
            assertThat(verdict(again, read)).isEqualTo(verdict(evaluator, record));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"model-station/2026", "public-culture/2026"})
    void shuffled_statements_give_the_same_bytes(String key) {
        Edition edition = edition(key);
        Rulebook rulebook = edition.rulebook();
        Evaluator evaluator = new Evaluator(rulebook);
        Random random = new Random(4);
        RandomFacts facts = new RandomFacts(edition, random);
        for (int i = 0; i < 20; i++) {
            SiteRecord record = facts.record(
                    "https://example.org/id/site/s",
                    i % rulebook.classes().size(),
                    ON_DAY,
                    new Mix(0.2, 0.2, 0, false, false));
            List<String> lines = statements(record, rulebook);
            String first = verdict(evaluator, read(lines, edition));
            Collections.shuffle(lines, random);
            assertThat(verdict(evaluator, read(lines, edition))).isEqualTo(first);
        }
    }

    private static SiteRecord read(List<String> lines, Edition edition) {
        Sources sources = new Sources();
        sources.read(
                "facts.ttl",
                (RandomStandard.PREFIXES + String.join("\n", lines)).getBytes(StandardCharsets.UTF_8),
                "urn:base:");
        assertThat(sources.broken()).isEmpty();
        FactsGraph.Result result = FactsGraph.read(sources, edition, ON_DAY);
        assertThat(result.findings()).isEmpty();
        assertThat(result.records()).hasSize(1);
        return result.records().getFirst();
    }

    private static List<String> statements(SiteRecord record, Rulebook rulebook) {
        Graph graph = GraphFactory.createDefaultGraph();
        new CompletedFacts(rulebook, graph).add(record.site(), record.siteClass(), record.facts());
        for (Fact fact : rulebook.facts()) {
            if (fact.kind() == Fact.SITE && record.facts().state(fact.slot()) == Subject.NONE) {
                graph.add(Triple.create(
                        NodeFactory.createURI(record.site()),
                        PL.term("observedNone"),
                        NodeFactory.createURI(F.NS + fact.name())));
            }
        }
        List<String> lines = new ArrayList<>();
        graph.find()
                .forEach(triple -> lines.add(FmtUtils.stringForNode(triple.getSubject()) + " "
                        + FmtUtils.stringForNode(triple.getPredicate()) + " "
                        + FmtUtils.stringForNode(triple.getObject()) + " ."));
        lines.replaceAll(line -> line.replaceFirst(" rdf:type ", " a "));
        return lines;
    }

    private static String verdict(Evaluator evaluator, SiteRecord record) {
        return AssessmentWriter.write(evaluator.assess(record, ON_DAY), "sha256:0", Map.of());
    }

    private static Edition edition(String key) {
        return new EditionReader(StandardFolder.folder(key, StandardFolder.packed("facts"), StandardFolder.packed(key)))
                .read();
    }
}
