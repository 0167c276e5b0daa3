package org.plumbline.standard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plumbline.standard.SoundEdition.CHECK;
import static org.plumbline.standard.SoundEdition.check;
import static org.plumbline.standard.SoundEdition.clause;
import static org.plumbline.standard.SoundEdition.edition;
import static org.plumbline.standard.SoundEdition.expression;
import static org.plumbline.standard.SoundEdition.facts;
import static org.plumbline.standard.SoundEdition.lint;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.plumbline.standard.SoundEdition.Rule;

/** Each rule that lint enforces: a small sound edition with one thing changed, and the one line that must come of it. */
class LintTest {
    static Stream<Rule> clauseRules() {
        return Stream.of(
                new Rule(
                        "broken Turtle",
                        "chapter-1.ttl",
                        "pl:points 3 ;",
                        "pl:points 3 ; ;; ]",
                        "",
                        List.of("not Turtle")),
                clause(
                        "misspelt term",
                        "pl:points 3",
                        "pl:pionts 3",
                        "pl:pionts is not a term",
                        "Did you mean points?"),
                clause("wording missing in a language", " , \"At least 30 m².\"@en", "", "pl:text", "missing in en"),
                clause("plain sentence missing in a language", "\"够大。\"@zh , ", "", "pl:plain", "missing in zh"),
                clause(
                                "no basis",
                                "pl:basis [ pl:document \"D\" ; pl:mark pl:Illustrative ] .\n<clause/1.2>",
                                "pl:severity pl:Minor .\n<clause/1.2>",
                                "no basis")
                        .at("<clause/1.1>"),
                clause(
                        "basis without a mark",
                        "pl:document \"D\" ; pl:mark pl:Illustrative ] .\n<clause/1.2>",
                        "pl:document \"D\" ] .\n<clause/1.2>",
                        "how sure"),
                new Rule(
                        "duplicate numbers",
                        "chapter-1.ttl",
                        "<clause/1.2>",
                        "<clause/1.1>",
                        "clause 1.1",
                        List.of("described twice")),
                clause(
                        "points with more than three decimals",
                        "pl:points 3",
                        "pl:points 3.0001",
                        "more than three decimals"),
                clause("points below zero", "pl:points 3", "pl:points -3", "below 0"),
                clause("no chapter for the number", "<clause/1.1>", "<clause/7.1>", "no chapter of the edition"),
                clause(
                                "class not of the edition",
                                "pl:appliesTo f:P ;\n  sh:",
                                "pl:appliesTo f:P ,\n f:Q ;\n  sh:",
                                "not a site class")
                        .at("f:Q"),
                clause(
                        "veto on a permission",
                        "pl:Shall ; pl:points 3",
                        "pl:May ; pl:veto true ; pl:points 3",
                        "cannot veto"),
                clause("a check and a judgement", "pl:points 3", "pl:judged true ; pl:points 3", "only one can decide"),
                clause(
                        "grading on a check of one part",
                        "pl:points 3",
                        "pl:points 3 ; pl:grading pl:ProRata",
                        "only one part"),
                clause(
                        "grading whose full points are not where the check passes",
                        "pl:points 3",
                        "pl:points 3 ; pl:grading [ a pl:Linear ; pl:fact f:area ; pl:from 10 ; pl:to 29 ]",
                        "does not begin to pass"),
                clause(
                        "a band of a grading that gives a failed clause all",
                        "pl:points 3",
                        "pl:points 3 ; pl:grading [ a pl:Bands ; pl:bands ( [ sh:property [ sh:path f:area ; sh:minInclusive 5 ] ; pl:points 3 ] ) ]",
                        "failed",
                        "earn all"),
                clause("an unknown obligation", "pl:Shall ; pl:points 3", "pl:Must ; pl:points 3", "pl:Must"),
                clause("an unknown method", "pl:method pl:Measure", "pl:method pl:Measure ,\n pl:Gauge", "pl:Gauge")
                        .at("pl:Gauge"),
                clause(
                        "cases beside a check",
                        "pl:points 3",
                        "pl:points 3 ; pl:cases ( [ " + CHECK + " ] )",
                        "Put every check into a case"),
                clause(
                        "a case for a class that the clause lacks",
                        CHECK,
                        "pl:cases ( [ pl:appliesTo f:Q ; " + CHECK + " ] ) ;",
                        "f:Q"));
    }

    static Stream<Rule> shapeRules() {
        return Stream.of(
                check("unknown fact", "sh:property [ sh:path f:aera ; sh:minInclusive 30 ]", "f:aera", "not a fact"),
                check(
                        "a range on a boolean list",
                        "sh:property [ sh:path f:kinds ; sh:minInclusive 3 ]",
                        "needs a number or a date"),
                check(
                                "a value of another datatype",
                                "sh:property [ sh:path f:area ;\n sh:minInclusive \"big\" ]",
                                "not a value")
                        .at("\"big\""),
                check(
                                "a code of no list",
                                "sh:property [ sh:path f:kinds ;\n sh:hasValue c:k0 ,\n c:k9 ]",
                                "not a code")
                        .at("c:k9"),
                check(
                                "a code of no list in a list",
                                "sh:property [ sh:path f:kinds ; sh:in ( c:k0\n c:k9 ) ]",
                                "not a code")
                        .at("c:k9"),
                check(
                                "range without minCount on a fact that may be none",
                                "sh:property [ sh:path f:age ;\n sh:maxInclusive 12 ]",
                                "sh:minCount 1")
                        .at("sh:maxInclusive 12"),
                check(
                        "range without minCount on a derived fact that may be none",
                        "sh:property [ sh:path f:fewest ; sh:maxInclusive 12 ]",
                        "sh:minCount 1"),
                check("hasValue on a decimal", "sh:property [ sh:path f:area ; sh:hasValue 30.0 ]", "another term"),
                check("in on a decimal", "sh:property [ sh:path f:area ; sh:in ( 30.0 ) ]", "another term"),
                check(
                        "hasValue on an integer in another form",
                        "sh:property [ sh:path f:age ; sh:hasValue 1.0 ]",
                        "another term"),
                check(
                        "not around a conjunction",
                        "sh:not [ sh:property [ sh:path f:area ; sh:minInclusive 30 ] , [ sh:path f:name ; sh:minCount 1 ] ]",
                        "sh:not may only"),
                check(
                        "not around a range that nothing counts",
                        "sh:not [ sh:path f:area ; sh:maxExclusive 30 ]",
                        "sh:not may only"),
                check("unanchored pattern", "sh:property [ sh:path f:name ; sh:pattern \"[A-Z]\" ]", "not anchored"),
                check(
                        "a choice outside the anchors",
                        "sh:property [ sh:path f:name ; sh:pattern \"^a|b$\" ]",
                        "not anchored"),
                check(
                        "a pattern that could run long",
                        "sh:property [ sh:path f:name ; sh:pattern \"^(a+)+$\" ]",
                        "very long"),
                check("look-around", "sh:property [ sh:path f:name ; sh:pattern \"^(?=a).*$\" ]", "Look-around"),
                check(
                        "a back-reference",
                        "sh:property [ sh:path f:name ; sh:pattern \"^(a)\\\\1$\" ]",
                        "back-reference"),
                check("a pattern on a number", "sh:property [ sh:path f:area ; sh:pattern \"^1$\" ]", "needs a text"),
                check(
                        "a longer path",
                        "sh:property [ sh:path ( f:room f:seats f:seats ) ; sh:minCount 1 ]",
                        "neither one fact"),
                check(
                        "an inverse path",
                        "sh:property [ sh:path [ sh:inversePath f:area ] ; sh:minCount 1 ]",
                        "sh:inversePath"),
                check(
                        "a record's fact on the site",
                        "sh:property [ sh:path f:seats ; sh:minInclusive 1 ]",
                        "belongs to records"),
                check("a property that says nothing", "sh:property [ sh:path f:area ]", "says nothing"),
                check(
                        "node around a property shape",
                        "sh:node [ sh:path f:area ; sh:minInclusive 30 ]",
                        "sh:node takes"),
                check(
                        "property around a node shape",
                        "sh:property [ sh:or ( [ sh:path f:name ; sh:minCount 1 ] ) ]",
                        "sh:property takes"),
                check(
                        "lessThan through records",
                        "sh:property [ sh:path ( f:room f:seats ) ; sh:lessThan f:seats ]",
                        "not of the record"),
                check(
                                "counting through records",
                                "sh:property [ sh:path ( f:room f:seats ) ;\n sh:minCount 2 ]",
                                "qualifiedValueShape")
                        .at("sh:minCount 2"),
                check("recursion", "sh:node <clause/1.1>", "Write it in place of"));
    }

    static Stream<Rule> refusedTerms() {
        return Stream.of(
                        "closed true",
                        "xone ( [ sh:path f:name ; sh:minCount 1 ] )",
                        "class f:P",
                        "datatype xsd:decimal",
                        "nodeKind sh:IRI",
                        "equals f:name",
                        "disjoint f:name",
                        "uniqueLang true",
                        "languageIn ( \"zh\" )",
                        "minLength 2",
                        "maxLength 2",
                        "flags \"i\"",
                        "sparql [ ]",
                        "qualifiedValueShapesDisjoint true",
                        "message \"m\"",
                        "severity sh:Info",
                        "deactivated true",
                        "targetClass f:P",
                        "minCuont 1")
                .map(term -> check(
                        "sh:" + term,
                        "sh:property [ sh:path f:area ; sh:minInclusive 30 ; sh:" + term + " ]",
                        "sh:" + term.split(" ")[0]));
    }

    static Stream<Rule> factRules() {
        return Stream.of(
                facts(
                        "unknown datatype",
                        "pl:datatype xsd:decimal ; pl:unit \"m2\" ; pl:observer",
                        "pl:datatype xsd:float ; pl:unit \"m2\" ; pl:observer",
                        "fact f:area",
                        "no datatype that is known"),
                facts(
                        "unknown unit",
                        "pl:unit \"m2\" ; pl:observer",
                        "pl:unit \"m3\" ; pl:observer",
                        "fact f:area",
                        "unit \"m3\" is not known",
                        "Did you mean m2?"),
                facts(
                        "number without a unit",
                        "pl:unit \"m2\" ; pl:observer",
                        "pl:observer",
                        "fact f:area",
                        "without a unit"),
                facts(
                        "unit on a text",
                        "pl:datatype xsd:string",
                        "pl:datatype xsd:string ; pl:unit \"m2\"",
                        "fact f:name",
                        "Only numbers have units"),
                facts(
                        "number without a limit",
                        "pl:limit [ pl:from 0 ; pl:to 10000 ]",
                        "pl:sensitivity pl:Public",
                        "fact f:area",
                        "no hard limit"),
                facts(
                        "limit upside down",
                        "pl:from 0 ; pl:to 10000",
                        "pl:from 10 ; pl:to 1",
                        "fact f:area",
                        "pl:limit needs"),
                facts(
                        "held by a place without across",
                        "pl:datatype xsd:string",
                        "pl:datatype xsd:string ; pl:heldBy f:Committee",
                        "fact f:name",
                        "pl:across pl:Sum"),
                facts(
                        "many texts",
                        "pl:datatype xsd:string",
                        "pl:datatype xsd:string ; pl:many true",
                        "fact f:name",
                        "can be many-valued"),
                facts("unknown code list", "code/c> ; pl:many", "code/z> ; pl:many", "fact f:kinds", "code list"),
                facts(
                        "validity that is no period",
                        "pl:datatype xsd:string",
                        "pl:datatype xsd:string ; pl:validFor \"90\"",
                        "fact f:name",
                        "no period"),
                facts(
                        "question missing in a language",
                        "\"Name\"@en ; pl:question \"?\"@zh , \"?\"@en",
                        "\"Name\"@en ; pl:question \"?\"@zh",
                        "fact f:name",
                        "pl:question",
                        "missing in en"),
                facts("two facts of one name", "f:age a", "f:area a", "fact f:area", "described twice"),
                facts(
                                "min over a keyed series without a guard",
                                "pl:record f:Room ;",
                                "pl:record f:Room ; pl:keyedBy f:month ;",
                                "fact f:fewest",
                                "pl:measuredWhen")
                        .at("pl:min ["),
                facts(
                        "an unknown term",
                        "pl:datatype xsd:string",
                        "pl:datatype xsd:string ; pl:validfor \"P1Y\"",
                        "fact f:name",
                        "Did you mean validFor?"));
    }

    static Stream<Rule> expressionRules() {
        return Stream.of(
                expression("no SPARQL", "?area * ", "not a SPARQL expression"),
                expression("unknown fact in an expression", "?aera * 2", "?aera is not a fact"),
                expression("NOW()", "DAY(NOW())", "not allowed"),
                expression("RAND()", "RAND()", "not allowed"),
                expression("EXISTS", "EXISTS { ?a ?b ?c }", "not allowed"),
                expression("UUID", "STRLEN(STRUUID())", "not allowed"),
                expression("a double", "?area * 1e3", "not allowed"),
                expression("a function of another engine", "<java:java.lang.Math.abs>(?area)", "not allowed"),
                expression("two divisions", "?area / 2 / ?age", "division"),
                expression("two divisions side by side", "CEIL(?area / 2) + CEIL(?area / 3)", "division"),
                expression("a quotient that is multiplied", "?area / 3 * 3", "division"),
                expression("cyclic derived facts", "?double + 1", "derived from itself"),
                expression("overflow", "?area * ?area * ?area * ?area", "64 bits"),
                expression("another datatype than declared", "?area > 2", "another datatype"),
                expression("a boolean where a number is needed", "!(?area)", "needs a boolean"),
                expression("a record's fact", "?seats * 2", "another subject"));
    }

    static Stream<Rule> editionRules() {
        return Stream.of(
                edition("bands that overlap", "pl:leastScore 60", "pl:leastScore 95", "band 1", "overlap"),
                edition(
                                "bands that leave a hole",
                                "pl:stars 0 ; pl:leastScore 0",
                                "pl:stars 0 ;\n pl:leastScore 10",
                                "band none",
                                "no band")
                        .at("pl:leastScore 10"),
                edition(
                        "a gate that says nothing",
                        "pl:leastScore 90",
                        "pl:leastScore 90 ; pl:gate [ pl:chapter <chapter/1> ]",
                        "band 2",
                        "gate"),
                edition(
                        "a gate on no chapter",
                        "pl:leastScore 90",
                        "pl:leastScore 90 ; pl:gate [ pl:atMostFailed 0 ; pl:chapter <chapter/9> ]",
                        "band 2",
                        "chapter"),
                edition("no veto band", "pl:vetoBand <band/none> ;", "", "", "pl:vetoBand")
                        .at("<> a pl:Edition"),
                edition(
                        "title missing in a language",
                        "\"试\"@zh , \"Test\"@en ; dcterms:abstract",
                        "\"试\"@zh ; dcterms:abstract",
                        "",
                        "missing in en"),
                edition(
                        "an edition that ends before it begins",
                        "pl:siteClass f:P",
                        "pl:validTo \"2025-01-01\"^^xsd:date ; pl:siteClass f:P",
                        "",
                        "ends before"),
                edition("no number", "pl:number \"T 1\" ; ", "", "", "pl:number"));
    }

    static Stream<Rule> exampleRules() {
        String file = "examples/1.ttl";
        return Stream.of(
                new Rule(
                                "no example that fails",
                                file,
                                "<../clause/1.1> ; pl:outcome earl:failed",
                                "<../clause/1.1> ; pl:outcome earl:untested",
                                "clause 1.1",
                                List.of("No example is failed"))
                        .at("chapter-1.ttl", "<clause/1.1>"),
                new Rule(
                        "an outcome that EARL lacks",
                        file,
                        "earl:failed ] ,",
                        "earl:broken ] ,",
                        "example small",
                        List.of("pl:outcome must be")),
                new Rule(
                        "an example of no clause",
                        file,
                        "<../clause/1.1> ; pl:outcome earl:failed",
                        "<../clause/9.9> ; pl:outcome earl:failed",
                        "example small",
                        List.of("names no clause")),
                new Rule(
                        "an unknown fact in an example",
                        file,
                        "f:area 29",
                        "f:aera 29",
                        "example small",
                        List.of("f:aera", "not a fact")),
                new Rule(
                        "a derived fact stated",
                        file,
                        "f:area 29",
                        "f:area 29 ; f:double 58",
                        "example small",
                        List.of("derived")),
                new Rule(
                        "a value of the wrong datatype",
                        file,
                        "f:age 0",
                        "f:age 0.5",
                        "example small",
                        List.of("whole number")),
                new Rule(
                        "several values of a single fact",
                        file,
                        "f:area 29",
                        "f:area 29 , 28",
                        "example small",
                        List.of("one value")));
    }

    @Test
    void the_base_edition_is_sound() {
        Linter.Result result = lint(Map.of());
        assertThat(result.findings()).isEmpty();
        assertThat(Examples.run(
                        result.edition().examples(),
                        new org.plumbline.rulebook.Evaluator(result.edition().rulebook())))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource({
        "clauseRules",
        "shapeRules",
        "refusedTerms",
        "factRules",
        "expressionRules",
        "editionRules",
        "exampleRules"
    })
    void lint_says_where_what_why_and_what_to_do(Rule rule) {
        List<Finding> findings = lint(Map.of(rule.file(), rule.changed())).findings();
        assertThat(findings)
                .as("a finding about \"%s\" with %s", rule.about(), rule.words())
                .anySatisfy(finding -> {
                    assertThat(finding.error()).isTrue();
                    assertThat(finding.message()).contains(rule.words());
                    assertThat(finding.clause()).isIn(rule.about(), rule.about().replace("1.1", "7.1"));
                    assertThat(finding.place()).hasToString(rule.place());
                    assertThat(finding.message()).matches("(?s).{30,}[.?]");
                });
    }

    @Test
    void a_fact_that_no_clause_uses_is_a_warning() {
        String more = SoundEdition.FACTS
                + "f:extra a cccev:InformationConcept ; skos:prefLabel \"余\"@zh , \"Extra\"@en ; pl:question \"?\"@zh , \"?\"@en ;\n"
                + "  pl:datatype xsd:boolean ; pl:observer pl:Inspector .\n";
        assertThat(lint(Map.of("facts/facts.ttl", more)).findings())
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.error()).isFalse();
                    assertThat(finding.clause()).isEqualTo("fact f:extra");
                    assertThat(finding.message()).startsWith("No clause reads this fact");
                });
    }

    @Test
    void a_check_that_stays_open_although_every_value_decides_it_is_a_warning() {
        String changed = SoundEdition.CLAUSES.replaceFirst(
                java.util.regex.Pattern.quote(CHECK),
                "sh:or ( [ sh:property [ sh:path f:area ; sh:minInclusive 30 ] ] [ sh:property [ sh:path f:area ; sh:maxExclusive 30 ] ]"
                        + " [ sh:property [ sh:path f:name ; sh:hasValue \"A\" ] ] ) ;");
        assertThat(lint(Map.of("chapter-1.ttl", changed)).findings()).anySatisfy(finding -> {
            assertThat(finding.error()).isFalse();
            assertThat(finding.clause()).isEqualTo("clause 1.1");
            assertThat(finding.message()).contains("f:area", "every value");
        });
    }
}
