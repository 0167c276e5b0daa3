package org.plumbline.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.Test;
import org.plumbline.rdf.Canonical;
import org.plumbline.rdf.F;
import org.plumbline.rdf.Literals;
import org.plumbline.rdf.PL;

class SubmissionGraphTest {
    private final Iris iris = new Iris(URI.create("https://example.org/"));

    @Test
    void a_submission_comes_back_from_its_bytes_as_it_was() {
        var submission = Submissions.full(iris);
        var bytes = SubmissionGraph.bytes(submission, "00");
        var back = SubmissionGraph.read(submission.iri(), bytes);
        assertThat(back.subject()).isEqualTo(submission.subject());
        assertThat(back.source()).isEqualTo(submission.source());
        assertThat(back.observedOn()).isEqualTo(submission.observedOn());
        assertThat(back.provenance()).isEqualTo(submission.provenance());
        assertThat(Canonical.bytes(back.statements())).isEqualTo(Canonical.bytes(submission.statements()));
        assertThat(SubmissionGraph.bytes(back, "00")).isEqualTo(bytes);
    }

    @Test
    void provenance_is_said_about_the_graph_and_never_mixed_with_its_facts() {
        var submission = Submissions.full(iris);
        var provenance = new String(Canonical.bytes(SubmissionGraph.provenance(submission)), StandardCharsets.UTF_8);
        assertThat(provenance.lines()).allMatch(line -> line.startsWith("<" + submission.iri()));
        assertThat(provenance)
                .contains("prov#wasAttributedTo> <https://example.org/id/role/inspector>")
                .contains("prov#wasRevisionOf>")
                .contains("ns#why> \"measured again with a laser\"")
                .contains("ns#synthetic> \"true\"")
                .contains("ns#sheet> \"sites\"");
    }

    @Test
    void it_speaks_of_its_subject_only() {
        var statements = GraphFactory.createDefaultGraph();
        statements.add(NodeFactory.createURI(iris.site("10")), F.term("floorArea"), Literals.integer(1));
        var provenance = new Provenance(iris.role("inspector"), PL.VISITING.getURI(), Instant.EPOCH);
        var iri = iris.submission(UUID.randomUUID());
        assertThatThrownBy(() -> new Submission(
                        iri, iris.site("1"), PL.INSPECTOR.getURI(), LocalDate.EPOCH, statements, provenance))
                .hasMessageContaining("cannot state");
    }

    @Test
    void an_entry_whose_columns_differ_from_its_bytes_cannot_be_made() {
        var submission = Submissions.full(iris);
        var bytes = SubmissionGraph.bytes(submission, "00");
        assertThatThrownBy(() -> new Entry(
                        Kind.SUBMISSION,
                        submission.iri(),
                        iris.site("2"),
                        iris.role("inspector"),
                        Submissions.NOW,
                        bytes,
                        List.of()))
                .hasMessageContaining("do not state");
    }

    @Test
    void names_are_below_the_base_and_lead_back_to_codes() {
        assertThat(iris.siteCode(iris.site("310112001001-RS01"))).contains("310112001001-RS01");
        assertThat(iris.siteCode(iris.site("1") + "/room/201")).isEmpty();
        assertThat(iris.placeCode(iris.site("1"))).isEmpty();
        for (var wrong :
                new String[] {"https://example.org", "ftp://example.org/", "example.org/", "https://a.org/?q=/"})
            assertThatThrownBy(() -> new Iris(URI.create(wrong))).hasMessageContaining("plumbline.base");
    }

    @Test
    void sources_rank_inspector_register_system_manager() {
        assertThat(Source.all()).extracting(Source::name).containsExactly("Inspector", "Register", "System", "Manager");
        assertThat(Source.of(PL.SOURCE_SYSTEM.getURI())).map(Source::rank).contains(3);
        assertThat(Source.named("Visitor")).isEmpty();
    }
}
