package org.plumbline.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDFS;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.plumbline.ledger.Provenance.Supersession;
import org.plumbline.rdf.Canonical;
import org.plumbline.rdf.F;
import org.plumbline.rdf.Literals;
import org.plumbline.rdf.PL;

/** Which values stand apart from an entry's bytes, and how they come back. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ApartTest {
    private static final String BASE = "https://example.org/";
    private static final Node SITE = NodeFactory.createURI(BASE + "id/site/310112001001-RS01");
    private static final Node PHONE = NodeFactory.createURI(F.NS + "managerPhone");
    private static final Node AGE = NodeFactory.createURI(F.NS + "managerAge");
    private static final Node AREA = NodeFactory.createURI(F.NS + "floorArea");

    private static Submission submission() {
        String iri = BASE + "id/submission/1";
        var graph = GraphFactory.createDefaultGraph();
        graph.add(SITE, PHONE, Literals.string("021-5555 \"内线\" 7"));
        graph.add(SITE, AGE, Literals.integer(47));
        graph.add(SITE, AREA, Literals.integer(480));
        Node judgement = NodeFactory.createURI(Submission.judgement(iri, 1));
        graph.add(SITE, PL.JUDGEMENT, judgement);
        graph.add(judgement, PL.REASON, Literals.string("王小明说没有"));
        return new Submission(
                iri,
                SITE.getURI(),
                Source.named("Inspector").orElseThrow().iri(),
                LocalDate.of(2026, 11, 1),
                graph,
                new Provenance(
                        BASE + "id/role/inspector",
                        PL.IMPORTING.getURI(),
                        Instant.parse("2026-11-02T00:00:00Z"),
                        null,
                        new Supersession(BASE + "id/submission/0", "王小明更正"),
                        false));
    }

    private static LedgerEntry entry(Set<Node> personal) {
        return chained(SubmissionGraph.entry(Kind.SUBMISSION, submission(), "00", personal));
    }

    /** As it comes back from the table, where only the bytes are. */
    private static LedgerEntry chained(Entry entry) {
        byte[] hash = Canonical.hash(entry.bytes());
        return new LedgerEntry(
                1,
                entry.kind(),
                entry.submission(),
                entry.subject(),
                entry.actor(),
                entry.recordedAt(),
                entry.bytes(),
                hash,
                hash,
                entry.apart());
    }

    @Test
    void texts_reasons_and_personal_facts_are_not_in_the_bytes_and_come_back() {
        LedgerEntry entry = entry(Set.of(AGE));
        String bytes = new String(entry.bytes(), StandardCharsets.UTF_8);
        assertThat(bytes)
                .doesNotContain("5555")
                .doesNotContain("王小明")
                .doesNotContain("\"47\"")
                .contains("\"480\"");
        assertThat(entry.apart()).hasSize(4).allMatch(Apart::genuine);
        assertThat(Apart.stated(entry.bytes()))
                .containsExactlyInAnyOrderElementsOf(
                        entry.apart().stream().map(Apart::hash).toList());
        Submission back = SubmissionGraph.read(entry);
        assertThat(back.statements().isIsomorphicWith(submission().statements()))
                .isTrue();
        assertThat(back.provenance()).isEqualTo(submission().provenance());
    }

    @Test
    void what_is_told_when_an_entry_is_made_is_what_its_bytes_say() {
        Graph unusual = GraphFactory.createDefaultGraph();
        unusual.add(SITE, AREA, NodeFactory.createLiteralDT("+480.50", XSDDatatype.XSDdecimal));
        unusual.add(SITE, AGE, NodeFactory.createLiteralDT("047", XSDDatatype.XSDinteger));
        unusual.add(SITE, PHONE, NodeFactory.createLiteralString(" Cafe\u0301 \"5555\"\n"));
        unusual.add(SITE, RDFS.label.asNode(), NodeFactory.createLiteralLang("站", "ZH-cn"));
        Submission plain = submission();
        Submission made = new Submission(
                plain.iri(), plain.subject(), plain.source(), plain.observedOn(), unusual, plain.provenance());
        Entry entry = SubmissionGraph.entry(Kind.SUBMISSION, made, "00", Set.of(AGE));
        Submission told = Objects.requireNonNull(entry.read());
        Submission parsed = SubmissionGraph.read(chained(entry));
        assertThat(told.statements().stream())
                .containsExactlyInAnyOrderElementsOf(
                        parsed.statements().stream().toList());
        assertThat(told.provenance()).isEqualTo(parsed.provenance());
        assertThat(told.observedOn()).isEqualTo(parsed.observedOn());
        assertThat(told.source()).isEqualTo(parsed.source());
        assertThat(told.subject()).isEqualTo(parsed.subject());
    }

    @Test
    void a_fact_that_is_not_personal_and_no_text_stays() {
        assertThat(entry(Set.of()).apart()).hasSize(3);
        assertThat(new String(entry(Set.of()).bytes(), StandardCharsets.UTF_8)).contains("\"47\"");
    }

    @Test
    void the_same_value_has_another_hash_each_time_so_that_none_can_be_tried_out() {
        assertThat(entry(Set.of()).apart().stream().map(Apart::hash).toList())
                .doesNotContainAnyElementsOf(
                        entry(Set.of()).apart().stream().map(Apart::hash).toList());
    }

    @Test
    void erased_facts_are_no_longer_stated_and_erased_texts_say_so() {
        LedgerEntry entry = entry(Set.of(AGE));
        List<Apart> gone = entry.apart().stream()
                .map(one -> new Apart(one.hash(), one.predicate(), null, null, 2L))
                .toList();
        Submission read = SubmissionGraph.read(entry.beside(gone));
        assertThat(read.statements().contains(SITE, PHONE, Node.ANY)).isFalse();
        assertThat(read.statements().contains(SITE, AGE, Node.ANY)).isFalse();
        assertThat(read.statements().contains(SITE, AREA, Node.ANY)).isTrue();
        assertThat(read.statements().contains(Node.ANY, PL.REASON, Literals.string(Apart.ERASED)))
                .isTrue();
        assertThat(read.provenance().supersedes())
                .isNotNull()
                .matches(one -> one.why().equals(Apart.ERASED));
    }

    @Test
    void an_altered_value_or_salt_is_not_genuine() {
        Apart one = entry(Set.of()).apart().getFirst();
        byte[] salt = one.salt();
        assertThat(new Apart(one.hash(), one.predicate(), salt, one.value() + "x", null).genuine())
                .isFalse();
        byte[] other = salt == null ? new byte[16] : Arrays.copyOf(salt, 16);
        other[0] ^= 1;
        assertThat(new Apart(one.hash(), one.predicate(), other, one.value(), null).genuine())
                .isFalse();
    }

    @Test
    void of_the_register_only_the_reasons_stand_apart() {
        assertThat(SubmissionGraph.entry(Kind.REGISTER, submission(), "00", Set.of(AGE))
                        .apart())
                .extracting(Apart::predicate)
                .containsExactlyInAnyOrder(PL.REASON.getURI(), PL.WHY.getURI());
    }
}
