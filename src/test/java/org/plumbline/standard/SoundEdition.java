package org.plumbline.standard;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** A small sound edition, and rules: one change to it each, and what lint must say of it. */
final class SoundEdition {
    private SoundEdition() {}

    static final String FACTS = RandomStandard.PREFIXES + """
            f:P a pl:SiteClass ; skos:prefLabel "甲"@zh , "P"@en .
            f:Q a pl:SiteClass ; skos:prefLabel "乙"@zh , "Q"@en .
            f:Room a pl:RecordKind ; skos:prefLabel "间"@zh , "Room"@en .
            f:Committee a pl:PlaceKind ; skos:prefLabel "居委会"@zh , "Committee"@en .
            <https://w3id.org/plumbline/unit/m2> a pl:Unit ; pl:ucum "m2" ; pl:symbol "m²"@zh , "m²"@en .
            <https://w3id.org/plumbline/unit/one> a pl:Unit ; pl:ucum "1" ; pl:symbol "1"@zh , "1"@en .
            <https://w3id.org/plumbline/code/c> a skos:ConceptScheme ; skos:prefLabel "码"@zh , "Codes"@en .
            c:k0 a skos:Concept ; skos:inScheme <https://w3id.org/plumbline/code/c> ; skos:prefLabel "零"@zh , "Zero"@en .
            c:k1 a skos:Concept ; skos:inScheme <https://w3id.org/plumbline/code/c> ; skos:prefLabel "一"@zh , "One"@en .
            f:area a cccev:InformationConcept ; skos:prefLabel "面积"@zh , "Area"@en ; pl:question "?"@zh , "?"@en ;
              pl:datatype xsd:decimal ; pl:unit "m2" ; pl:observer pl:Inspector ; pl:limit [ pl:from 0 ; pl:to 10000 ] .
            f:age a cccev:InformationConcept ; skos:prefLabel "龄"@zh , "Age"@en ; pl:question "?"@zh , "?"@en ;
              pl:datatype xsd:integer ; pl:unit "1" ; pl:observer pl:Inspector ; pl:mayBeNone true ; pl:limit [ pl:from 0 ; pl:to 100 ] .
            f:name a cccev:InformationConcept ; skos:prefLabel "名"@zh , "Name"@en ; pl:question "?"@zh , "?"@en ;
              pl:datatype xsd:string ; pl:observer pl:Inspector .
            f:kinds a cccev:InformationConcept ; skos:prefLabel "类"@zh , "Kinds"@en ; pl:question "?"@zh , "?"@en ;
              pl:codeList <https://w3id.org/plumbline/code/c> ; pl:many true ; pl:observer pl:Inspector .
            f:room a cccev:InformationConcept ; skos:prefLabel "房间"@zh , "Rooms"@en ; pl:question "?"@zh , "?"@en ;
              pl:many true ; pl:record f:Room ; pl:observer pl:Inspector .
            f:seats a cccev:InformationConcept ; skos:prefLabel "座"@zh , "Seats"@en ; pl:question "?"@zh , "?"@en ; pl:of f:Room ;
              pl:datatype xsd:integer ; pl:unit "1" ; pl:observer pl:Inspector ; pl:limit [ pl:from 0 ; pl:to 100 ] .
            f:month a cccev:InformationConcept ; skos:prefLabel "月"@zh , "Month"@en ; pl:question "?"@zh , "?"@en ; pl:of f:Room ;
              pl:datatype xsd:date ; pl:observer pl:Inspector .
            f:double a cccev:InformationConcept ; skos:prefLabel "倍"@zh , "Double"@en ;
              pl:datatype xsd:decimal ; pl:unit "m2" ; pl:expression "?area * 2" .
            f:fewest a cccev:InformationConcept ; skos:prefLabel "最少"@zh , "Fewest"@en ;
              pl:datatype xsd:integer ; pl:unit "1" ; pl:min [ pl:path ( f:room f:seats ) ] .
            """;

    static final String BASE = "@base <https://w3id.org/plumbline/standard/t/1/> .\n" + RandomStandard.PREFIXES;

    static final String STANDARD = BASE + """
            <> a pl:Edition ; pl:number "T 1" ; dcterms:title "试"@zh , "Test"@en ; dcterms:abstract "试"@zh , "Test"@en ;
              pl:documentType pl:ModelStandard ; pl:legalNature pl:Recommended ; dcterms:publisher "甲"@zh , "A"@en ;
              dcterms:issued "2026-01-01"^^xsd:date ; pl:validFrom "2026-01-01"^^xsd:date ; pl:siteClass f:P ;
              pl:scoring [ pl:bonusCap 3 ; pl:leastMeasuredShare 0.9 ] ; pl:vetoBand <band/none> ;
              pl:bands ( <band/2> <band/1> <band/none> ) .
            <chapter/1> a pl:Chapter ; skos:prefLabel "一"@zh , "One"@en ; dcterms:description "一"@zh , "One"@en .
            <band/2> a pl:Band ; skos:prefLabel "优"@zh , "Fine"@en ; pl:stars 2 ; pl:leastScore 90 .
            <band/1> a pl:Band ; skos:prefLabel "好"@zh , "Good"@en ; pl:stars 1 ; pl:leastScore 60 .
            <band/none> a pl:Band ; skos:prefLabel "差"@zh , "Poor"@en ; pl:stars 0 ; pl:leastScore 0 .
            """;

    static final String CHECK = "sh:property [ sh:path f:area ; sh:minInclusive 30 ] ;";

    static final String CLAUSES = BASE + """
            <clause/1.1> a pl:Clause ;
              pl:text "面积不应小于30 m²。"@zh , "At least 30 m²."@en ;
              pl:plain "够大。"@zh , "Big enough."@en ;
              pl:obligation pl:Shall ; pl:points 3 ; pl:method pl:Measure ;
              pl:appliesTo f:P ;
              sh:property [ sh:path f:area ; sh:minInclusive 30 ] ;
              pl:basis [ pl:document "D" ; pl:mark pl:Illustrative ] .
            <clause/1.2> a pl:Clause ;
              pl:text "其他。"@zh , "The others."@en ; pl:plain "其他。"@zh , "The others."@en ;
              pl:obligation pl:Shall ; pl:points 1 ; pl:method pl:Measure ; pl:appliesTo f:P ;
              sh:property [ sh:path f:double ; sh:minInclusive 1 ] , [ sh:path f:age ; sh:minCount 1 ; sh:minInclusive 1 ] ,
                [ sh:path f:name ; sh:pattern "^[A-Z]{1,9}$" ] , [ sh:path f:kinds ; sh:hasValue c:k0 ] ,
                [ sh:path f:fewest ; sh:minCount 1 ; sh:minInclusive 1 ] , [ sh:path ( f:room f:month ) ; sh:minCount 1 ] ;
              pl:basis [ pl:document "D" ; pl:mark pl:Illustrative ] .
            """;

    static final String EXAMPLES =
            "@base <https://w3id.org/plumbline/standard/t/1/example/> .\n" + RandomStandard.PREFIXES + """
            <big> a pl:Example , f:P ; rdfs:label "大"@zh , "Big"@en ; pl:onDate "2026-11-01"^^xsd:date ;
              f:area 30 ; f:age 1 ; f:name "A" ; f:kinds c:k0 ; f:room <big/room/1> ;
              pl:expect [ pl:clause <../clause/1.1> ; pl:outcome earl:passed ] , [ pl:clause <../clause/1.2> ; pl:outcome earl:passed ] .
            <big/room/1> f:seats 1 ; f:month "2026-10-01"^^xsd:date .
            <small> a pl:Example , f:P ; rdfs:label "小"@zh , "Small"@en ; pl:onDate "2026-11-01"^^xsd:date ;
              f:area 29 ; f:age 0 ; f:name "a" ;
              pl:expect [ pl:clause <../clause/1.1> ; pl:outcome earl:failed ] , [ pl:clause <../clause/1.2> ; pl:outcome earl:failed ] .
            """;

    /**
     * One change and what lint must say of it: in which file, about what, with which words; and where, {@code file} and {@code
     * text} that stands on the line, in the file as changed.
     */
    record Rule(
            String name,
            String file,
            String from,
            String to,
            String about,
            List<String> words,
            String placeFile,
            String placeText) {
        /** The finding stands on the line in which the change begins. */
        Rule(String name, String file, String from, String to, String about, List<String> words) {
            this(name, file, from, to, about, words, file, "");
        }

        /** The same, where the finding rightly stands elsewhere: on the line of {@code text}. */
        Rule at(String otherFile, String text) {
            return new Rule(name, file, from, to, about, words, otherFile, text);
        }

        /** The same within the file that is changed. */
        Rule at(String text) {
            return at(file, text);
        }

        /** The file with the change. */
        String changed() {
            String original = original(file);
            int at = position(original, from);
            return original.substring(0, at) + to + original.substring(at + from.length());
        }

        /** Where the finding must stand, as file:line. */
        String place() {
            String text = placeFile.equals(file) ? changed() : original(placeFile);
            int at = placeText.isEmpty() ? position(original(file), from) : position(text, placeText);
            return placeFile + ":"
                    + (1 + text.substring(0, at).chars().filter(c -> c == '\n').count());
        }

        private static String original(String file) {
            return Objects.requireNonNull(files().get(file), file);
        }

        private static int position(String whole, String text) {
            assertThat(whole).as("the text that the rule is about").contains(text);
            return whole.indexOf(text);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Rule facts(String name, String from, String to, String about, String... words) {
        return new Rule(name, "facts/facts.ttl", from, to, about, List.of(words));
    }

    static Rule clause(String name, String from, String to, String... words) {
        return new Rule(name, "chapter-1.ttl", from, to, "clause 1.1", List.of(words));
    }

    static Rule check(String name, String check, String... words) {
        return clause(name, CHECK, check + " ;", words);
    }

    static Rule edition(String name, String from, String to, String about, String... words) {
        return new Rule(name, "standard.ttl", from, to, about, List.of(words));
    }

    static Rule expression(String name, String expression, String... words) {
        return facts(name, "?area * 2", expression, "fact f:double", words);
    }

    static Map<String, String> files() {
        return Map.of(
                "facts/facts.ttl",
                FACTS,
                "standard.ttl",
                STANDARD,
                "chapter-1.ttl",
                CLAUSES,
                "examples/1.ttl",
                EXAMPLES);
    }

    static Linter.Result lint(Map<String, String> changes) {
        Map<String, String> files = new TreeMap<>(files());
        files.putAll(changes);
        Map<String, byte[]> facts = new TreeMap<>();
        Map<String, byte[]> own = new TreeMap<>();
        files.forEach((name, text) ->
                (name.startsWith("facts/") ? facts : own).put(name, text.getBytes(StandardCharsets.UTF_8)));
        return Linter.lint(StandardFolder.folder("t/1", facts, own));
    }
}
