package org.plumbline.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.plumbline.ledger.Iris;
import org.plumbline.ledger.Provenance;
import org.plumbline.ledger.SubmissionGraph;
import org.plumbline.place.RegisterChange.Closed;
import org.plumbline.place.RegisterChange.Names;
import org.plumbline.place.RegisterChange.PlaceState;
import org.plumbline.place.RegisterChange.SiteState;
import org.plumbline.rdf.Canonical;
import org.plumbline.rdf.PL;
import org.plumbline.rdf.Violations;

/** Every kind of entry that the register can hold keeps the shapes of the register, of provenance and of what may be said at all. */
class RegisterShapesTest {
    private static final LocalDate FROM = LocalDate.of(2026, 7, 1);

    private final Iris iris = new Iris(URI.create("https://example.org/"));

    static Stream<RegisterChange> changes() {
        var names = new Names("样板", "Sample", new TreeSet<>(List.of("样板地")));
        return Stream.of(
                place("31", PlaceKind.PROVINCE, names),
                place("3101", PlaceKind.CITY, names, "31"),
                place("310112", PlaceKind.DISTRICT, names, "3101"),
                place("310112", PlaceKind.DISTRICT, Names.of("闵行区")),
                place("310112001", PlaceKind.STREET, names, "310112"),
                place("310112001001", PlaceKind.COMMITTEE, names, "310112001", "310112001-A01"),
                place("310112001-A01", PlaceKind.AREA, Names.of("第一片区"), "310112001"),
                place("310112001-G01", PlaceKind.GRID, Names.of("第一网格"), "310112001"),
                site("310112001001-RS01", "RS", "310112001001", "310112001-A01"),
                site("310112001201-VS01", "VS", "310112001201"),
                site("310112001-AC01", "AC", "310112001", "310112001-A01"),
                site("310112001-TC01", "TC", "310112001"),
                new Closed("310112001001", false, new TreeSet<>(List.of("310112001002")), "两居合并", FROM),
                new Closed(
                        "310112001001-RS01",
                        true,
                        new TreeSet<>(List.of("310112001002-RS01", "310112001003-RS01")),
                        null,
                        FROM),
                new Closed("310112001-A01", false, FROM));
    }

    private static RegisterChange place(String code, PlaceKind kind, Names names, String... within) {
        return new PlaceState(code, kind, names, kind.grouping() ? null : "2023", new TreeSet<>(List.of(within)), FROM);
    }

    private static RegisterChange site(String code, String siteClass, String... within) {
        return new SiteState(
                code,
                siteClass,
                Names.of("样板党群服务站"),
                new TreeSet<>(List.of("样板路1号", "样板路3号")),
                new TreeSet<>(List.of(within)),
                FROM);
    }

    @ParameterizedTest
    @MethodSource("changes")
    void an_entry_of_the_register_keeps_its_shapes(RegisterChange change) {
        var activity = change instanceof Closed ? PL.CLOSING : PL.REGISTERING;
        var by = new Provenance(
                iris.role("district-officer"), activity.getURI(), Instant.parse("2026-11-22T17:42:30.781Z"));
        var iri = iris.submission(UUID.fromString("3352e4c8-9453-4b43-a893-dc6157251b3a"));
        var submission = new RegisterGraph(iris)
                .submission(iri, change, by.from(new Provenance.Origin("register.csv", "0b".repeat(32), null, 7)));
        Graph entry = Canonical.graph(SubmissionGraph.bytes(submission, "0a".repeat(32)));
        assertThat(Violations.looksAt(entry, "register.ttl")).isPositive();
        assertThat(Violations.of(entry, "register.ttl", "provenance.ttl", "persons.ttl", "texts.ttl", "named.ttl"))
                .isEmpty();
    }
}
