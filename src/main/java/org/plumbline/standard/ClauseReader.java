package org.plumbline.standard;

import static org.plumbline.standard.Reading.local;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.jena.graph.Node;
import org.jspecify.annotations.Nullable;
import org.plumbline.rdf.PL;
import org.plumbline.rulebook.Clause;
import org.plumbline.rulebook.Condition;
import org.plumbline.rulebook.Fact;
import org.plumbline.rulebook.Grading;
import org.plumbline.rulebook.Obligation;
import org.plumbline.rulebook.Severity;
import org.plumbline.rulebook.SiteClass;
import org.plumbline.rulebook.Text;
import org.plumbline.rulebook.Validity;
import org.plumbline.standard.Edition.Provision;

/** Reads clauses: applicability, cases, check, points. */
final class ClauseReader {
    private final Reading reading;
    private final ShapeReader shapes;
    private final GradingReader gradings;
    private final List<SiteClass> classes;
    private final List<String> chapters;

    ClauseReader(Reading reading, ShapeReader shapes, FactIndex index, List<SiteClass> classes, List<String> chapters) {
        this.reading = reading;
        this.shapes = shapes;
        this.gradings = new GradingReader(reading, shapes, index);
        this.classes = classes;
        this.chapters = chapters;
    }

    Clause read(Node node) {
        String number = local(node);
        reading.about("clause " + number);
        long mask = classes(node);
        Node appliesWhen = reading.one(node, PL.term("appliesWhen"));
        boolean judged = reading.flag(node, PL.term("judged"));
        Obligation obligation = obligation(node, Obligation.SHALL);
        long points = GradingReader.points(reading, node, 0);
        boolean veto = reading.flag(node, PL.term("veto"));
        Severity severity = severity(node);
        Validity due = new FactReader(reading).validity(node, "dueWithin");
        int chapter = chapters.indexOf(number.contains(".") ? number.substring(0, number.indexOf('.')) : number);
        if (chapter < 0) {
            reading.error(
                    node,
                    "The clause's number begins with no chapter of the edition, so that it stands nowhere in the "
                            + "document. Declare <chapter/…> in standard.ttl or correct the number.");
        }
        List<Clause.Case> cases = cases(node, mask, obligation, points, judged);
        if (veto && cases.stream().anyMatch(one -> one.obligation() == Obligation.MAY)) {
            reading.error(
                    node,
                    PL.term("veto"),
                    "A permission cannot veto, since not using it is no failure. Remove pl:veto or "
                            + "make it pl:Shall.");
        }
        return new Clause(
                number,
                Math.max(0, chapter),
                reading.text(node, PL.term("text")),
                reading.text(node, PL.term("plain")),
                veto,
                severity,
                days(due) > 0 ? days(due) : severity.dueDays(),
                mask,
                appliesWhen == null ? null : shapes.shape(appliesWhen, Fact.SITE),
                judged,
                cases);
    }

    /** A year is 365 days, and a month the twelfth part of it. */
    private static int days(Validity due) {
        return (due.months() * 365 + 6) / 12 + due.days();
    }

    private List<Clause.Case> cases(Node node, long mask, Obligation obligation, long points, boolean judged) {
        Node list = reading.one(node, PL.term("cases"));
        Condition check = shapes.shape(node, Fact.SITE);
        if (list == null) {
            if (check != null && judged) {
                reading.error(
                        node,
                        PL.term("judged"),
                        "The clause has a check and a judgement, and only one can decide. "
                                + "Remove pl:judged or the check.");
            }
            return List.of(
                    new Clause.Case(mask, null, check, obligation, points, gradings.read(node, check, points), null));
        }
        if (check != null || judged) {
            reading.error(
                    node,
                    PL.term("cases"),
                    "The clause has cases and something else that decides it beside them. "
                            + "Put every check into a case.");
        }
        List<Clause.Case> cases = new ArrayList<>();
        long covered = 0;
        for (Node one : reading.list(list)) {
            Clause.Case read = one(one, node, mask, obligation, points);
            if (read.classes() != 0 && (read.classes() & ~covered) == 0) {
                reading.error(
                        one,
                        "The cases before it hold for every site of its classes, so that it is never reached. Put the case without "
                                + "a condition last.");
            }
            covered |= read.when() == null ? read.classes() : 0;
            cases.add(read);
        }
        return List.copyOf(cases);
    }

    private Clause.Case one(Node one, Node clause, long mask, Obligation obligation, long points) {
        boolean own = reading.has(one, PL.term("appliesTo"));
        long classes = own ? classes(one) : mask;
        if ((classes & ~mask) != 0) {
            reading.error(
                    one,
                    PL.term("appliesTo"),
                    "The case is for a class that the clause does not apply to, so that it is "
                            + "never reached. Add the class to the clause or drop it here.");
        }
        Node when = reading.one(one, PL.term("when"));
        Condition check = shapes.shape(one, Fact.SITE);
        if (check == null) {
            reading.error(one, "The case has no check, so that it decides nothing. Add sh:property.");
        }
        long casePoints = GradingReader.points(reading, one, points);
        Node graded = reading.has(one, PL.term("grading")) ? one : clause;
        Grading grading = gradings.read(graded, check, casePoints);
        return new Clause.Case(
                classes & mask,
                when == null ? null : shapes.shape(when, Fact.SITE),
                check,
                obligation(one, obligation),
                casePoints,
                grading,
                reading.optionalText(one, PL.term("text")));
    }

    private long classes(Node node) {
        long mask = 0;
        for (Node named : reading.all(node, PL.term("appliesTo"))) {
            int index = -1;
            for (int i = 0; i < classes.size(); i++) {
                index = classes.get(i).name().equals(local(named)) ? i : index;
            }
            if (index < 0) {
                reading.error(
                        node,
                        named,
                        Reading.name(named)
                                + " is not a site class of this edition (pl:siteClass). Use one of them or add it there.");
            } else {
                mask |= 1L << index;
            }
        }
        return mask;
    }

    private Obligation obligation(Node node, Obligation otherwise) {
        Node value = reading.one(node, PL.term("obligation"));
        return value == null ? otherwise : constant(Obligation.class, value, otherwise);
    }

    private Severity severity(Node node) {
        Node value = reading.one(node, PL.term("severity"));
        return value == null ? Severity.MINOR : constant(Severity.class, value, Severity.MINOR);
    }

    private static <E extends Enum<E>> E constant(Class<E> type, Node value, E otherwise) {
        for (E constant : type.getEnumConstants()) {
            if (constant.name().replace("_", "").equals(local(value).toUpperCase(Locale.ROOT))) {
                return constant;
            }
        }
        return otherwise;
    }

    Provision provision(Node node) {
        List<Basis> bases = new ArrayList<>();
        for (Node basis : reading.all(node, PL.term("basis"))) {
            Node mark = reading.one(basis, PL.term("mark"));
            bases.add(new Basis(
                    lexical(basis, "document"),
                    lexical(basis, "article"),
                    mark == null ? Basis.Mark.ILLUSTRATIVE : constant(Basis.Mark.class, mark, Basis.Mark.ILLUSTRATIVE),
                    note(basis)));
        }
        Node place = reading.one(node, PL.term("place"));
        return new Provision(
                local(node),
                reading.all(node, PL.term("method")).stream()
                        .map(Reading::local)
                        .toList(),
                place == null ? "" : local(place),
                List.copyOf(bases),
                reading.place(node));
    }

    private @Nullable Text note(Node basis) {
        return reading.optionalText(basis, PL.term("note"));
    }

    private String lexical(Node node, String term) {
        String text = reading.lexical(node, PL.term(term));
        return text == null ? "" : text;
    }
}
