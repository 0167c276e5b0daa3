package org.plumbline.standard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.plumbline.rdf.Sources;
import org.plumbline.standard.Glossary.Group;
import org.plumbline.standard.Glossary.Term;

class GlossaryTest {
    private static final String HEAD = """
            @prefix g: <https://w3id.org/plumbline/glossary#> .
            @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
            @prefix dcterms: <http://purl.org/dc/terms/> .
            g:B a skos:Collection ; skos:prefLabel "乙"@zh , "B"@en .
            g:A a skos:Collection ; skos:prefLabel "甲"@zh , "A"@en .
            """;

    @Test
    void the_packed_terms_stand_in_groups_and_none_is_lost() throws IOException {
        String packed =
                new String(StandardFolder.packedAndOwn("glossary", null).get("terms.ttl"), StandardCharsets.UTF_8);
        List<Group> groups = Glossary.groups(sources(packed));
        assertThat(groups)
                .hasSizeGreaterThan(4)
                .allSatisfy(group -> assertThat(group.terms()).isNotEmpty());
        assertThat(groups.stream().flatMap(group -> group.terms().stream()))
                .hasSize(packed.split("a skos:Concept ", -1).length - 1)
                .extracting(Term::id)
                .doesNotHaveDuplicates();
    }

    @Test
    void groups_and_terms_keep_the_order_of_the_file() {
        List<Group> groups = Glossary.groups(sources(HEAD + """
                g:two a skos:Concept ; skos:prefLabel "二"@zh , "two"@en ; skos:definition "数"@zh , "a number"@en ; dcterms:isPartOf g:A .
                g:one a skos:Concept ; skos:prefLabel "一"@zh , "one"@en ; skos:definition "数"@zh , "a number"@en ;
                  dcterms:source "GB/T 1"@zh ; dcterms:isPartOf g:A .
                """));
        assertThat(groups).extracting(Group::id).containsExactly("B", "A");
        assertThat(groups.getLast().terms()).extracting(Term::id).containsExactly("two", "one");
        assertThat(groups.getLast().terms()).extracting(Term::source).containsExactly(null, "GB/T 1");
    }

    @Test
    void a_term_without_its_english_is_refused_with_its_line() {
        assertThatThrownBy(
                        () -> Glossary.groups(
                                sources(
                                        HEAD
                                                + "g:one a skos:Concept ; skos:prefLabel \"一\"@zh ; skos:definition \"数\"@zh ; dcterms:isPartOf g:A .")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("glossary/terms.ttl:6")
                .hasMessageContaining("one has no prefLabel in en");
    }

    private static Sources sources(String turtle) {
        Sources sources = new Sources();
        sources.read(
                "glossary/terms.ttl", turtle.getBytes(StandardCharsets.UTF_8), "https://w3id.org/plumbline/glossary#");
        return sources;
    }
}
