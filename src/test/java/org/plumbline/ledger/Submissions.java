package org.plumbline.ledger;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.plumbline.ledger.Provenance.Origin;
import org.plumbline.ledger.Provenance.Supersession;
import org.plumbline.rdf.F;
import org.plumbline.rdf.Literals;
import org.plumbline.rdf.PL;

/** Submissions for tests. */
final class Submissions {
    static final Instant NOW = Instant.parse("2026-11-01T02:03:04.567Z");

    private Submissions() {}

    static Submission full(Iris iris) {
        var iri = iris.submission(UUID.randomUUID());
        var origin = new Origin("facts.xlsx", "ab".repeat(32), "sites", 12);
        var supersedes = new Supersession(iris.submission(UUID.randomUUID()), "measured again with a laser");
        return of(
                iris,
                iri,
                new Provenance(iris.role("inspector"), PL.IMPORTING.getURI(), NOW, origin, supersedes, true));
    }

    static Submission plain(Iris iris, String site, double area) {
        var iri = iris.submission(UUID.randomUUID());
        var statements = GraphFactory.createDefaultGraph();
        statements.add(
                NodeFactory.createURI(iris.site(site)),
                F.term("floorArea"),
                Literals.decimal(BigDecimal.valueOf(area)));
        var provenance = new Provenance(iris.role("inspector"), PL.VISITING.getURI(), NOW);
        return new Submission(
                iri, iris.site(site), PL.INSPECTOR.getURI(), LocalDate.of(2026, 10, 31), statements, provenance);
    }

    static Entry entry(Iris iris, String site, double area) {
        return SubmissionGraph.entry(Kind.SUBMISSION, plain(iris, site, area), "00".repeat(32));
    }

    private static Submission of(Iris iris, String iri, Provenance provenance) {
        var site = iris.site("310112001001-RS01");
        var statements = GraphFactory.createDefaultGraph();
        var about = NodeFactory.createURI(site);
        var room = NodeFactory.createURI(site + "/room/201");
        var judgement = NodeFactory.createURI(Submission.judgement(iri, 1));
        statements.add(about, F.term("floorArea"), Literals.decimal(new BigDecimal("600.50")));
        statements.add(about, F.term("room"), room);
        statements.add(room, F.term("roomArea"), Literals.decimal(new BigDecimal("20")));
        statements.add(about, PL.OBSERVED_NONE, F.term("closure"));
        statements.add(about, PL.JUDGEMENT, judgement);
        statements.add(judgement, PL.REASON, Literals.string("整洁"));
        return new Submission(iri, site, PL.INSPECTOR.getURI(), LocalDate.of(2026, 10, 31), statements, provenance);
    }
}
