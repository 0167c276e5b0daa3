package org.plumbline.rdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.apache.jena.datatypes.TypeMapper;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.RiotException;
import org.apache.jena.sys.JenaSystem;
import org.plumbline.rulebook.json.Json;

/** Whatever bytes stand in a graph: what is wrong is said with its place, and what is read can be written and read again. */
class SourcesFuzzTest {
    private static final Duration SOON = Duration.ofSeconds(10);
    private static final String BASE = "https://w3id.org/plumbline/example/";

    @FuzzTest(maxDuration = "2m")
    void turtle_is_read_or_its_fault_told_with_a_place(byte[] bytes) {
        Sources sources = read(bytes);
        long lines = new String(bytes, StandardCharsets.UTF_8).lines().count();
        sources.broken().forEach(broken -> {
            assertThat(broken.place().file()).isEqualTo("a.ttl");
            assertThat(broken.place().line()).isBetween(1L, lines + 1);
            assertThat(broken.message()).isNotBlank().doesNotContainPattern("\\p{Cntrl}");
        });
        sources.graph()
                .find()
                .forEach(triple -> assertThat(sources.place(triple).line()).isPositive());
        if (sources.broken().isEmpty() && plain(sources.graph())) {
            ByteArrayOutputStream turtle = new ByteArrayOutputStream();
            Turtle.write(sources.graph(), turtle);
            Sources again = read(turtle.toByteArray());
            assertThat(again.broken()).isEmpty();
            assertThat(again.graph().isIsomorphicWith(sources.graph())).isTrue();
            ByteArrayOutputStream json = new ByteArrayOutputStream();
            JsonLd.write(sources.graph(), json);
            assertThat(Json.readObject(json.toString(StandardCharsets.UTF_8))).isNotNull();
        }
    }

    @FuzzTest(maxDuration = "2m")
    void json_ld_is_read_or_its_fault_told_with_a_place(byte[] bytes) {
        Sources sources = new Sources();
        assertTimeout(SOON, () -> sources.readJson("a.jsonld", bytes, BASE));
        long lines = new String(bytes, StandardCharsets.UTF_8).lines().count();
        sources.broken().forEach(broken -> {
            assertThat(broken.place().line()).isBetween(1L, lines + 1);
            assertThat(broken.message()).isNotBlank().doesNotContainPattern("\\p{Cntrl}");
        });
    }

    @FuzzTest(maxDuration = "2m")
    void canonical_bytes_stand_for_themselves(byte[] bytes) {
        assertTimeout(SOON, () -> {
            try {
                Graph graph = Canonical.graph(bytes);
                byte[] canonical = Canonical.bytes(graph);
                assertThat(Canonical.bytes(Canonical.graph(canonical))).isEqualTo(canonical);
                assertThat(Canonical.graph(canonical).size()).isLessThanOrEqualTo(graph.size());
                assertThat(graph.stream().anyMatch(triple -> triple.getSubject().isBlank()))
                        .isFalse();
            } catch (RiotException | IllegalArgumentException refused) {
                assertThat(refused.getMessage()).isNotBlank();
            }
        });
    }

    @FuzzTest(maxDuration = "2m")
    void a_canonical_literal_is_its_own_canonical_form(byte[] bytes) {
        String[] parts = new String(bytes, StandardCharsets.UTF_8).split("\n", 2);
        String datatype = parts.length < 2 ? "string" : parts[0];
        JenaSystem.init();
        Node literal = NodeFactory.createLiteralDT(
                parts[parts.length - 1], TypeMapper.getInstance().getSafeTypeByName(Literals.XSD + datatype));
        assertTimeout(SOON, () -> {
            try {
                Node canonical = Literals.canonical(literal);
                assertThat(Literals.canonical(canonical)).isEqualTo(canonical);
                assertThat(canonical.getLiteralDatatypeURI()).isEqualTo(literal.getLiteralDatatypeURI());
            } catch (IllegalArgumentException refused) {
                assertThat(refused.getMessage()).contains(Literals.text(literal.getLiteralLexicalForm()));
            }
        });
    }

    /** Whether Jena writes the graph as it is: the list inside a triple term of RDF 1.2 it does not. */
    private static boolean plain(Graph graph) {
        return graph.stream().noneMatch(triple -> triple.getObject().isTripleTerm());
    }

    private static Sources read(byte[] bytes) {
        Sources sources = new Sources();
        assertTimeout(SOON, () -> sources.read("a.ttl", bytes, BASE));
        return sources;
    }
}
