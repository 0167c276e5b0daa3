package org.plumbline.fact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plumbline.fact.SiteFacts.Judgement;
import org.plumbline.rdf.JsonLd;
import org.plumbline.rdf.Literals;
import org.plumbline.rdf.PL;
import org.plumbline.rdf.Turtle;
import org.plumbline.table.TableFile;
import org.plumbline.table.UnreadableFile;

/** Facts as a graph are read like those of a sheet: the same checks, the same answers, the same rows to correct. */
class GraphTablesTest {
    private static final String HEAD = """
            @prefix f: <https://w3id.org/plumbline/facts#> .
            @prefix pl: <https://w3id.org/plumbline/ns#> .
            @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
            @prefix earl: <http://www.w3.org/ns/earl#> .
            @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
            @prefix room: <https://w3id.org/plumbline/code/room/> .
            @prefix aid: <https://w3id.org/plumbline/code/infoaid/> .
            @base <https://example.org/id/site/> .
            """;
    private static final int HEADS = 8;
    private static final String SITE = "<" + SmallRegister.RED_STATION + ">";
    private static final String IDS = " pl:observedOn \"2026-09-01\"^^xsd:date ; pl:source pl:Inspector ";

    @Test
    void a_graph_states_facts_records_and_judgements() throws UnreadableFile {
        FactContent content = read(SITE + " a f:RS ; rdfs:label \"红旗站\" ;" + IDS + ";\n" + """
                  f:floorArea 480.5 ; f:stepFreeRoute true ; f:infoAids aid:display , aid:magnifier ;
                  pl:observedNone f:lastDrill , f:closure ;
                  f:room <310112001001-RS01/room/201> , <310112001001-RS01/room/202> ;
                  f:activityMonth [ f:monthStart "2026-08-01"^^xsd:date ; f:events 5 ] ;
                  pl:judgement [ pl:clause <https://w3id.org/plumbline/standard/small/2026/clause/5.10> ;
                    pl:outcome earl:failed ; pl:reason "材料不实" ] .
                <310112001001-RS01/room/201> a f:Room ; f:roomKind room:council ; f:roomSeats 20 .
                <310112001001-RS01/room/202> f:roomKind room:reading .
                """);
        assertThat(content.refusals("en")).isEmpty();
        assertThat(content.faults()).isEmpty();
        assertThat(content.answers())
                .allMatch(answer -> answer instanceof Answer.Accepted)
                .extracting(answer -> answer.place().toString())
                .startsWith("facts.ttl:9", "facts.ttl:16", "facts.ttl:17");
        assertThat(content.stated()).hasSize(1);
        assertThat(content.stated().getFirst().sheet()).isNull();
        assertThat(content.stated().getFirst().row()).isEqualTo(9);
        SiteFacts facts = content.stated().getFirst().facts();
        assertThat(facts.siteClass()).isEqualTo("RS");
        assertThat(facts.observedOn()).isEqualTo(LocalDate.of(2026, 9, 1));
        assertThat(facts.source()).isEqualTo("Inspector");
        assertThat(facts.facts())
                .isEqualTo(new TreeMap<>(Map.of(
                        "floorArea", FactValue.number("480.5"),
                        "stepFreeRoute", FactValue.of(true),
                        "infoAids", FactValue.codes(List.of("display", "magnifier")),
                        "lastDrill", FactValue.none(),
                        "closure", FactValue.none(),
                        "room",
                                FactValue.records(new TreeMap<>(Map.of(
                                        "201",
                                                new TreeMap<>(Map.of(
                                                        "roomKind",
                                                        FactValue.code("council"),
                                                        "roomSeats",
                                                        FactValue.number(20))),
                                        "202", new TreeMap<>(Map.of("roomKind", FactValue.code("reading")))))),
                        "activityMonth",
                                FactValue.records(new TreeMap<>(Map.of(
                                        "2026-08-01",
                                        new TreeMap<>(Map.of(
                                                "monthStart",
                                                FactValue.of(LocalDate.of(2026, 8, 1)),
                                                "events",
                                                FactValue.number(5)))))))));
        assertThat(facts.judgements())
                .isEqualTo(new TreeMap<>(Map.of(Small.CLAUSE + "5.10", new Judgement(false, "材料不实"))));
        assertThat(content.notes())
                .singleElement()
                .satisfies(note -> assertThat(note.message("en")).contains("rdfs:label ×1", "not recorded"));
    }

    @Test
    void a_graph_says_the_same_as_the_template() throws UnreadableFile {
        FactContent sheet = FactFile.read(
                Small.csv("site,date,source,floorArea,lastDrill\n" + SmallRegister.RED_STATION
                        + ",2026-09-01,Inspector,480.5,none\n"),
                Small.FORM,
                new SmallRegister(),
                Small.TODAY);
        assertThat(read(SITE + IDS + "; f:floorArea 480.5 ; pl:observedNone f:lastDrill .")
                        .stated()
                        .getFirst()
                        .facts())
                .isEqualTo(sheet.stated().getFirst().facts());
    }

    @Test
    void observations_of_other_days_and_sources_are_submissions_of_their_own() throws UnreadableFile {
        FactContent content = read(SITE + IDS + """
                ; f:floorArea 480 ;
                  pl:observation [ pl:fact f:floorArea ; pl:value 500 ; pl:source pl:Manager ] ,
                    [ pl:fact f:lastDrill ; pl:observedOn "2026-08-01"^^xsd:date ] ,
                    [ pl:fact f:room ; pl:value <310112001001-RS01/room/1> ; pl:source pl:Manager ] .
                <310112001001-RS01/room/1> f:roomKind room:office .
                """);
        assertThat(content.refusals("en")).isEmpty();
        assertThat(content.stated())
                .extracting(stated -> stated.facts().observedOn() + " "
                        + stated.facts().source() + " " + stated.facts().facts().keySet())
                .containsExactlyInAnyOrder(
                        "2026-09-01 Inspector [floorArea]",
                        "2026-09-01 Manager [floorArea, room]",
                        "2026-08-01 Inspector [lastDrill]");
    }

    @Test
    void a_committee_states_what_it_holds() throws UnreadableFile {
        FactContent content =
                read("<" + SmallRegister.RED + "> a f:Committee ;" + IDS + "; f:committeeResidents 1900 .");
        assertThat(content.refusals("en")).isEmpty();
        assertThat(content.stated()).singleElement().satisfies(stated -> {
            assertThat(stated.facts().place()).isTrue();
            assertThat(stated.facts().code()).isEqualTo(SmallRegister.RED);
        });
    }

    /** In the samples ¶ is a line end; the first line has the number 9. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            SITE IDS; f:flooArea 480 .                    | 9  | f:flooArea (with the value "480") is no fact of the vocabulary, and would have no effect: did you mean f:floorArea?
            SITE IDS;¶ <http://x.org/area> 480 .          | 10 | <http://x.org/area> (with the value "480") is no fact
            SITE IDS;¶ pl:expect [ pl:clause 1 ] .        | 10 | pl:expect (with the value [ ]) is no fact
            SITE IDS; f:monthsReported 3 .                | 9  | is computed from other facts and cannot be stated
            SITE IDS; f:roomSeats 3 .                     | 9  | is a fact of a record (f:Room) and not of the site
            SITE IDS;¶ f:floorArea 480 , 500 .            | 10 | has one value, and here stand 2: 480; 500. Keep one
            SITE IDS;¶ f:floorArea "480" .                | 10 | "480" is an xsd:string: write a plain decimal such as 480.5
            SITE IDS; f:floorArea 4.8e2 .                 | 9  | is an xsd:double
            SITE IDS; f:floorArea [ f:exits 2 ] .         | 9  | is a resource ([ ]), and a literal belongs here
            SITE IDS; f:floorArea "abc"^^xsd:decimal .    | 9  | is no number: write a plain number such as 480.5
            SITE IDS; f:floorArea 0 .                     | 9  | is outside 1–50000 and cannot be
            SITE IDS; f:stepFreeRoute "true" .            | 9  | is an xsd:string: write true or false
            SITE IDS; f:lastDrill "2026-08-01" .          | 9  | write "2026-09-01"^^xsd:date
            SITE IDS; f:infoAids room:office .            | 9  | is no code of the list infoaid
            SITE IDS; f:infoAids aid:magnifer .           | 9  | did you mean magnifier?
            SITE IDS; f:infoAids "display" .              | 9  | is no code of the list infoaid
            SITE IDS; f:structuralGrade <https://w3id.org/plumbline/code/grade/A> , <https://w3id.org/plumbline/code/grade/B> . | 9 | has one value
            SITE IDS; f:lastDrill "2026-08-01"^^xsd:date ; pl:observedNone f:lastDrill . | 9 | is stated twice for one day and source
            SITE IDS; pl:observedNone f:floorArea .       | 9  | cannot be none: write 0 if there are none
            SITE IDS; f:room 3 .                          | 9  | is no record: write the IRI of one
            SITE IDS; f:room <r/1> ; pl:observedNone f:room . | 9 | keep one of the two
            SITE a f:XS ;IDS; f:exits 2 .                 | 9  | There is no class f:XS: there are f:AC f:RS f:TC f:VS.
            SITE a f:RS , f:VS ;IDS; f:exits 2 .          | 9  | The site has two classes, f:
            SITE a f:AC ;IDS; f:exits 2 .                 | 9  | The class "AC" differs from the register: it has RS
            SITE a pl:Example , f:RS ;IDS; f:exits 2 .    | 9  | This is an example of a standard
            SITE pl:source pl:Inspector ; f:exits 2 .     | 9  | The observation date is missing
            SITE pl:observedOn "2026-09-01"^^xsd:date ; f:exits 2 . | 9 | The source is missing
            SITE pl:observedOn "2026-09-01" ; pl:source pl:Inspector ; f:exits 2 . | 9 | pl:observedOn "2026-09-01" is not written as it should be
            SITE IDS;¶ pl:observedOn "2026-09-02"^^xsd:date ; f:exits 2 . | 9 | pl:observedOn is stated 2 times
            SITE pl:observedOn "2026-11-02"^^xsd:date ; pl:source pl:Inspector ; f:exits 2 . | 9 | is after today
            SITE pl:observedOn "2026-09-01"^^xsd:date ; pl:source pl:Mayor ; f:exits 2 . | 9 | There is no source "Mayor"
            SITE pl:observedOn "2026-09-01"^^xsd:date ; pl:source "检查员" ; f:exits 2 . | 9 | pl:source "检查员" is not written as it should be
            <310112001001-RS02> IDS; f:exits 2 .          | 9  | There is no site "310112001001-RS02" in the register: did you mean
            [] IDS; f:exits 2 .                           | 9  | The site is a blank node
            SITE IDS; pl:observation [ pl:value 3 ] .     | 9  | names no pl:fact
            SITE IDS; pl:observation [ pl:fact f:exits ; pl:value 3 ; f:floorArea 480 ] . | 9 | f:floorArea (with the value "480") has no effect here
            SITE IDS; pl:observation "480" .              | 9  | pl:observation (with the value "480") has no effect here
            SITE IDS; pl:judgement [ pl:clause <x/5.10> ; pl:outcome earl:passed ; pl:reason "好" ] . | 9 | is no clause of a standard in use
            SITE IDS; pl:judgement [ pl:clause <https://w3id.org/plumbline/standard/small/2026/clause/5.2> ; pl:outcome earl:passed ; pl:reason "好" ] . | 9 | is decided from facts
            SITE IDS; pl:judgement [ pl:clause <https://w3id.org/plumbline/standard/small/2026/clause/5.10> ; pl:outcome earl:cantTell ; pl:reason "好" ] . | 9 | is neither passed nor failed
            SITE IDS; f:room [ f:roomSeats 3 ] .          | 9  | a blank node cannot be named again
            SITE IDS; f:room <r/1> .¶<r/1> f:roomSeat 3 . | 10 | f:roomSeat (with the value "3") is no fact of the vocabulary, and would have no effect: did you mean f:roomSeats?
            SITE IDS; f:room <r/1> .¶<r/1> f:exits 3 .    | 10 | is a fact of the site and not of its record
            SITE IDS; f:room <r/1> .¶<r/1> a f:Closure ; f:roomSeats 3 . | 10 | f:Closure is not the kind of record that f:room lists, which is f:Room
            SITE IDS; f:room <r/1> .¶<r/1> f:room <r/2> ; f:roomSeats 3 .¶<r/2> f:roomSeats 3 . | 10 | f:room (with the value
            <310112001001-RS01/room/1> f:roomSeats 3 .    | 9  | No site lists <https://example.org/id/site/310112001001-RS01/room/1>: add <site> f:room <this record>.
            """)
    void what_is_wrong_refuses_its_row_with_the_cure(String turtle, int line, String words) throws UnreadableFile {
        FactContent content = read(turtle.replace("¶", "\n")
                .replace("SITE", SITE)
                .replace("IDS", IDS)
                .replace("`", ""));
        assertThat(content.refusals("en"))
                .isNotEmpty()
                .anySatisfy(message -> assertThat(message).contains(words).contains("facts.ttl:" + line));
        assertThat(content.refusals("zh")).allMatch(message -> message.contains("。"));
        assertThat(content.stated().stream().map(stated -> stated.facts().facts()))
                .allMatch(Map::isEmpty);
    }

    @Test
    void nodes_below_each_other_in_a_circle_stop_the_file() throws UnreadableFile {
        FactContent content = read(SITE + IDS + "; f:exits 2 .\n_:a f:room _:b . _:b f:room _:a .");
        assertThat(content.faults())
                .singleElement()
                .satisfies(fault -> assertThat(fault.message("en"))
                        .startsWith("facts.ttl:10")
                        .contains("stand below each other"));
        assertThat(content.stated()).isEmpty();
    }

    @Test
    void one_record_below_two_sites_is_told() throws UnreadableFile {
        FactContent content = read(SITE + IDS + "; f:room <r/1> .\n<" + SmallRegister.BLUE_STATION + ">" + IDS
                + "; f:room <r/1> .\n<r/1> f:roomSeats 3 .");
        assertThat(content.refusals("en")).singleElement().asString().contains("is listed by another site already");
    }

    @Test
    void what_says_nothing_of_facts_is_told_and_passed_over() throws UnreadableFile {
        FactContent content = read(SITE + " a <http://schema.org/Place> ;" + IDS
                + "; f:exits 2 .\n<> a <http://www.w3.org/ns/dcat#Dataset> ; rdfs:label \"x\" .");
        assertThat(content.refusals("en")).isEmpty();
        assertThat(content.notes())
                .extracting(note -> note.message("en"))
                .anyMatch(note -> note.contains("1 subjects say nothing of the facts of a site"))
                .anyMatch(note -> note.contains("rdf:type <http://schema.org/Place>"));
    }

    @Test
    void json_ld_is_read_with_its_numbers_as_written() throws UnreadableFile {
        FactContent content = read("facts.jsonld", """
                {"@context": {"f": "https://w3id.org/plumbline/facts#", "pl": "https://w3id.org/plumbline/ns#",
                   "xsd": "http://www.w3.org/2001/XMLSchema#", "id": "https://example.org/id/site/",
                   "pl:source": {"@type": "@id"}, "f:room": {"@type": "@id"}, "f:roomKind": {"@type": "@id"},
                   "pl:observedOn": {"@type": "xsd:date"}},
                 "@graph": [
                  {"@id": "id:310112001001-RS01", "@type": "f:RS",
                   "pl:observedOn": "2026-09-01", "pl:source": "pl:Inspector",
                   "f:floorArea": 480.1, "f:parkingSpaces": 2, "f:stepFreeRoute": true,
                   "f:room": {"@id": "id:310112001001-RS01/room/201",
                              "f:roomKind": "https://w3id.org/plumbline/code/room/council"}},
                  {"@id": "id:310112001002-RS01", "pl:observedOn": "2026-09-01", "pl:source": "pl:Inspector",
                   "f:floorArea": "large"}]}
                """);
        assertThat(content.stated()).hasSize(1);
        assertThat(content.stated().getFirst().facts().facts())
                .containsEntry("floorArea", FactValue.number("480.1"))
                .containsEntry("parkingSpaces", FactValue.number(2))
                .containsEntry("stepFreeRoute", FactValue.of(true))
                .containsKey("room");
        assertThat(content.refusals("en")).singleElement().asString().contains("facts.jsonld:11", "xsd:string");
    }

    @Test
    void what_the_ledger_writes_of_a_submission_can_be_read_again() throws UnreadableFile {
        SiteFacts facts =
                read(SITE + " a f:RS ;" + IDS + """
                ; f:floorArea 480.5 ; f:infoAids aid:display ; pl:observedNone f:lastDrill ;
                  f:room <310112001001-RS01/room/201> ;
                  pl:judgement [ pl:clause <https://w3id.org/plumbline/standard/small/2026/clause/5.1> ;
                    pl:outcome earl:passed ; pl:reason "属实" ] .
                <310112001001-RS01/room/201> f:roomKind room:council .
                """).stated().getFirst().facts();
        String site = "https://example.org/id/site/" + SmallRegister.RED_STATION;
        Node about = NodeFactory.createURI(site);
        Graph graph = FactGraph.of("https://example.org/id/submission/1", site, facts, Small.FORM.book());
        graph.add(about, PL.OBSERVED_ON, Literals.date(facts.observedOn()));
        graph.add(about, PL.SOURCE, PL.INSPECTOR);
        ByteArrayOutputStream turtle = new ByteArrayOutputStream();
        Turtle.write(graph, turtle);
        FactContent again = read("facts.ttl", turtle.toString(StandardCharsets.UTF_8));
        assertThat(again.refusals("en")).isEmpty();
        assertThat(again.stated().getFirst().facts()).isEqualTo(facts);
        ByteArrayOutputStream json = new ByteArrayOutputStream();
        JsonLd.write(graph, json);
        assertThat(read("facts.jsonld", json.toString(StandardCharsets.UTF_8))
                        .stated()
                        .getFirst()
                        .facts())
                .isEqualTo(facts);
    }

    @Test
    void n_triples_are_read() throws UnreadableFile {
        String site = "<https://example.org/id/site/" + SmallRegister.RED_STATION + "> ";
        FactContent content = read(
                "facts.nt",
                site
                        + "<https://w3id.org/plumbline/ns#observedOn> \"2026-09-01\"^^<http://www.w3.org/2001/XMLSchema#date> .\n"
                        + site + "<https://w3id.org/plumbline/ns#source> <https://w3id.org/plumbline/ns#Inspector> .\n"
                        + site + "<https://w3id.org/plumbline/facts#parkingSpaces>"
                        + " \"2\"^^<http://www.w3.org/2001/XMLSchema#integer> .\n");
        assertThat(content.refusals("en")).isEmpty();
        assertThat(content.stated()).hasSize(1);
    }

    @Test
    void refused_rows_come_back_as_the_template_and_can_be_handed_in() throws IOException {
        FactContent content = read(SITE + IDS + "; f:floorArea 480 , 500 ; f:stepFreeRoute true .");
        assertThat(content.text()).isFalse();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        RefusedRows.write(content, Small.FORM, out);
        FactContent again = FactFile.read(
                new TableFile("facts-refused.xlsx", out.toByteArray()), Small.FORM, new SmallRegister(), Small.TODAY);
        assertThat(again.refusals("en")).singleElement().asString().contains("\"480; 500\"");
        assertThat(again.rows().getFirst().cells())
                .containsEntry("site", SmallRegister.RED_STATION)
                .containsEntry("date", "2026-09-01")
                .containsEntry("stepFreeRoute", "true");
    }

    @Test
    void what_cannot_be_read_to_its_end_records_nothing() {
        assertThatThrownBy(() -> read(SITE + IDS + " f:exits 2 ."))
                .isInstanceOf(UnreadableFile.class)
                .hasMessageContainingAll("facts.ttl:" + (HEADS + 1), "不是合格的 Turtle", "is missing before f:exits");
        assertThatThrownBy(() -> read("facts.jsonld", "{\"@context\": \"https://example.org/c\"}"))
                .isInstanceOf(UnreadableFile.class)
                .hasMessageContaining("nothing is fetched");
        assertThatThrownBy(() -> read("<> rdfs:label \"x\" ."))
                .isInstanceOf(UnreadableFile.class)
                .hasMessageContaining("says nothing of the facts of a site");
    }

    @Test
    void a_large_graph_takes_a_moment() throws UnreadableFile {
        StringBuilder graph = new StringBuilder();
        for (int i = 0; i < 5_000; i++) {
            graph.append("<X")
                    .append(i)
                    .append(">")
                    .append(IDS)
                    .append("; f:floorArea ")
                    .append(480 + i)
                    .append(" .\n");
        }
        long start = System.nanoTime();
        assertThat(read(graph.toString()).refused()).isEqualTo(5_000);
        assertThat((System.nanoTime() - start) / 1_000_000).isLessThan(20_000);
    }

    private static FactContent read(String body) throws UnreadableFile {
        return read("facts.ttl", HEAD + body);
    }

    private static FactContent read(String name, String text) throws UnreadableFile {
        return FactFile.read(
                new TableFile(name, text.getBytes(StandardCharsets.UTF_8)),
                Small.FORM,
                new SmallRegister(),
                Small.TODAY);
    }
}
