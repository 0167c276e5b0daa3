package org.plumbline.publication;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plumbline.assessment.AssessmentGraph;
import org.plumbline.ledger.Iris;
import org.plumbline.ledger.Kind;
import org.plumbline.ledger.Ledger;
import org.plumbline.ledger.LedgerEntry;
import org.plumbline.ledger.SubmissionGraph;
import org.plumbline.publication.dataset.PublishedGraphs;
import org.plumbline.publication.page.PublicGraphs;
import org.plumbline.publication.snapshot.Publication;
import org.plumbline.publication.snapshot.Publisher;
import org.plumbline.rdf.Canonical;
import org.plumbline.rdf.CubeFaults;
import org.plumbline.rdf.PL;
import org.plumbline.rdf.PROV;
import org.plumbline.rdf.QB;
import org.plumbline.rdf.Violations;
import org.plumbline.standard.Editions;
import org.plumbline.standard.Example;

/**
 * All that the program writes as linked data keeps the shapes: our own, and the published ones of DCAT-AP, ORG and Data Cube. That
 * the shapes bite is shown in {@link org.plumbline.rdf.ShapeTeethTest}.
 */
@QuarkusTest
class ShapesTest {
    /** What holds for every graph, whatever it is about; these look at the whole and not at nodes of a class. */
    private static final List<String> EVERYWHERE = List.of("persons.ttl", "texts.ttl");

    /** Of the many examples of an edition, so many are passed over after each that is tried. */
    private static final int STRIDE = 40;

    @Inject
    Fixture fixture;

    @Inject
    Publisher publisher;

    @Inject
    PublicGraphs graphs;

    @Inject
    PublishedGraphs everything;

    @Inject
    Ledger ledger;

    @Inject
    Editions editions;

    @Inject
    Iris iris;

    private Publication publication;

    @BeforeEach
    void published() {
        fixture.takeIn();
        publication = publisher.latest().orElseGet(fixture::publish);
    }

    @Test
    void each_published_site_and_its_assessment_keep_the_shapes() {
        Map<String, Graph> sites = dataset(false);
        assertThat(sites).isNotEmpty();
        sites.forEach((name, graph) -> {
            keeps(name, graph, "assessment.ttl", "site.ttl");
            assertThat(Violations.of(graph, "named.ttl")).as(name).isEmpty();
            assertThat(Violations.of(withVocabulary(graph), "site.ttl"))
                    .as(name + " beside the fact vocabulary")
                    .isEmpty();
        });
    }

    @Test
    void each_published_edition_keeps_the_shapes() {
        Map<String, Graph> published = dataset(true);
        assertThat(published).isNotEmpty();
        published.forEach((name, graph) -> keeps(name, graph, "edition.ttl"));
    }

    @Test
    void what_an_assessment_names_is_described_in_the_dataset() {
        Graph all = GraphFactory.createDefaultGraph();
        everything.each(named -> GraphUtil.addInto(all, named.graph()));
        keeps("the dataset", all, "dataset.ttl");
    }

    @Test
    void prov_leads_from_every_figure_to_submissions_and_names_each_assessment_once() {
        Graph all = GraphFactory.createDefaultGraph();
        everything.each(named -> GraphUtil.addInto(all, named.graph()));
        List<Node> figures = all.stream(Node.ANY, RDF.type.asNode(), QB.OBSERVATION)
                .map(Triple::getSubject)
                .toList();
        // What the register says, such as in how many committees a site stands, derives from the register.
        Predicate<Node> ofRegister = figure -> all.stream(figure, PROV.WAS_DERIVED_FROM, Node.ANY)
                .anyMatch(triple -> triple.getObject().getURI().endsWith("/id/graph/register"));
        assertThat(figures.stream().filter(ofRegister))
                .allSatisfy(figure -> assertThat(figure.getURI()).endsWith("/I01-coverage"));
        List<Node> ofAssessments = figures.stream().filter(ofRegister.negate()).toList();
        assertThat(ofAssessments).hasSizeGreaterThan(20).allSatisfy(figure -> {
            Set<Node> sources = new HashSet<>();
            follow(all, figure, sources);
            assertThat(sources)
                    .as(figure + " derives from")
                    .anyMatch(source -> all.contains(source, RDF.type.asNode(), PL.SUBMISSION));
        });
        List<Node> assessments = all.stream(Node.ANY, RDF.type.asNode(), PL.term("Assessment"))
                .map(Triple::getSubject)
                .toList();
        assertThat(assessments)
                .isNotEmpty()
                .allSatisfy(assessment -> assertThat(
                                all.find(Node.ANY, PROV.HAD_MEMBER, assessment).toList())
                        .hasSize(1));
    }

    private static void follow(Graph graph, Node from, Set<Node> found) {
        for (Node property : List.of(PROV.WAS_DERIVED_FROM, PROV.HAD_MEMBER)) {
            graph.stream(from, property, Node.ANY)
                    .map(Triple::getObject)
                    .filter(found::add)
                    .toList()
                    .forEach(next -> follow(graph, next, found));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ttl", "nt", "jsonld"})
    void what_a_site_answers_keeps_the_shapes(String form) {
        Lang lang = switch (form) {
            case "ttl" -> Lang.TURTLE;
            case "nt" -> Lang.NTRIPLES;
            default -> Lang.JSONLD11;
        };
        Graph graph = answer("/site/" + Fixture.FIRST + "." + form, lang);
        if (form.equals("jsonld")) {
            // The JSON of the assessment made linked data by its context: another form, about which less can be asked.
            assertThat(Violations.of(graph, EVERYWHERE.toArray(String[]::new))).isEmpty();
        } else {
            keeps(form, graph, "assessment.ttl", "site.ttl");
        }
    }

    @Test
    void the_catalogue_keeps_our_shapes_and_those_of_dcat_ap() {
        for (Graph catalogue :
                List.of(answer(catalogueWithDump(), Lang.TURTLE), answer("/catalogue.jsonld", Lang.JSONLD11))) {
            keeps("catalogue", catalogue, "catalogue.ttl", "dcat-ap/shapes.ttl", "dcat-ap/range.ttl");
            assertThat(Violations.of(catalogue, "named.ttl")).isEmpty();
        }
    }

    @Test
    void organisations_and_cubes_keep_what_is_published_about_them() {
        Graph all = answer("/catalogue.ttl", Lang.TURTLE);
        everything.each(named -> GraphUtil.addInto(all, named.graph()));
        assertThat(all.contains(Node.ANY, Node.ANY, QB.OBSERVATION)).isTrue();
        assertThat(Violations.of(all, "org/ontology.ttl", "org/cpov.ttl")).isEmpty();
        assertThat(CubeFaults.of(all)).isEmpty();
    }

    @Test
    void what_was_imported_keeps_the_shapes() {
        List<LedgerEntry> entries = entries(Kind.SUBMISSION, iris.site(Fixture.FIRST), iris.site(Fixture.CENTRE));
        entries.addAll(entries(Kind.SUBMISSION, iris.place(Fixture.STREET + "198")));
        assertThat(entries).hasSizeGreaterThan(3);
        for (LedgerEntry entry : entries) {
            Graph graph = Canonical.graph(SubmissionGraph.bytes(SubmissionGraph.read(entry), "00".repeat(32)));
            keeps(entry.submission(), graph, "provenance.ttl", "facts.ttl");
            assertThat(Violations.of(withVocabulary(graph), "facts.ttl"))
                    .as(entry.submission() + " beside the fact vocabulary")
                    .isEmpty();
        }
    }

    @Test
    void what_was_registered_keeps_the_shapes() {
        List<LedgerEntry> entries = entries(
                Kind.REGISTER,
                iris.place(Fixture.STREET),
                iris.place(Fixture.STREET + "198"),
                iris.site(Fixture.FIRST),
                iris.site(Fixture.CENTRE));
        assertThat(entries).hasSizeGreaterThanOrEqualTo(4);
        entries.forEach(
                entry -> keeps(entry.submission(), Canonical.graph(entry.bytes()), "provenance.ttl", "register.ttl"));
    }

    @Test
    void what_the_command_line_assesses_keeps_the_shapes() {
        for (Editions.Known known : editions.all().values()) {
            List<Example> examples = known.edition().examples();
            for (int i = 0; i < examples.size(); i += STRIDE) {
                Example example = examples.get(i);
                Graph graph = AssessmentGraph.of(
                        known.evaluator().assess(example.record(), example.onDay()),
                        known.edition().rulebookHash());
                keeps(known.edition().key() + " " + example.name(), graph, "assessment.ttl");
                assertThat(Violations.of(graph, "named.ttl")).as(example.name()).isEmpty();
            }
        }
    }

    /** The shapes of these files look at something in the graph, and neither they nor what holds everywhere finds fault with it. */
    private static void keeps(String what, Graph graph, String... files) {
        for (String file : files) {
            assertThat(Violations.looksAt(graph, file))
                    .as("%s: what %s looks at", what, file)
                    .isPositive();
            assertThat(Violations.of(graph, file)).as(what).isEmpty();
        }
        assertThat(Violations.of(graph, EVERYWHERE.toArray(String[]::new)))
                .as(what)
                .isEmpty();
    }

    /** The named graphs of what is public: those of editions, or those of sites. */
    private Map<String, Graph> dataset(boolean ofEditions) {
        List<String> names =
                editions.list().stream().map(edition -> edition.iri()).toList();
        Map<String, Graph> found = new LinkedHashMap<>();
        graphs.each(named -> {
            if (names.contains(named.iri()) == ofEditions) {
                found.put(named.iri(), named.graph());
            }
        });
        return found;
    }

    private List<LedgerEntry> entries(Kind kind, String... subjects) {
        List<LedgerEntry> entries = new ArrayList<>();
        for (String subject : subjects) {
            ledger.about(subject).stream().filter(entry -> entry.kind() == kind).forEach(entries::add);
        }
        return entries;
    }

    /** The dump is made in the background; without it the catalogue has nothing to say of one. */
    private String catalogueWithDump() {
        String dump = "dump/" + publication.id() + ".nq.gz";
        for (int i = 0; i < 300; i++) {
            if (given().get("/catalogue.ttl").asString().contains(dump)) {
                return "/catalogue.ttl";
            }
            try {
                TimeUnit.MILLISECONDS.sleep(100);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        throw new IllegalStateException("The dump was not made in half a minute");
    }

    private static Graph answer(String path, Lang lang) {
        String text = given().get(path).then().statusCode(200).extract().asString();
        return RDFParser.fromString(text, lang).base("urn:base:").toGraph();
    }

    private static Graph withVocabulary(Graph graph) {
        Graph both = Violations.vocabulary();
        GraphUtil.addInto(both, graph);
        return both;
    }
}
