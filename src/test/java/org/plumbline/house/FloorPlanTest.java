package org.plumbline.house;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The floor plan: which package may import which, where libraries may be used, and that no packages import in a circle. */
class FloorPlanTest {
    private static final String ROOT = "org.plumbline";

    /**
     * package: what it may import. "+" stands for all that the line above may import. A sub-package belongs to its parent's
     * floor. To move a wall, change this table and write a decision record in src/docs/decisions together.
     */
    private static final String PLAN = """
            rulebook:
            rdf:
            web:
            signature:
            browser:     rulebook
            account:     web
            table:       rulebook web
            standard:    rulebook rdf web
            ledger:      rdf web account signature
            place:       + ledger table rulebook
            fact:        + standard rulebook place
            assessment:  + fact
            inspection:  + assessment
            correction:  + assessment
            indicator:   + inspection correction
            report:      + indicator
            publication: + report
            cli:         + publication browser
            """;

    /** Beginnings of library names: the only packages of ours that may use them. */
    private static final Map<List<String>, Set<String>> FENCES = Map.of(
            List.of("org.apache.jena.riot.", "org.apache.jena.tdb2.", "org.apache.jena.rdfconnection."),
            Set.of("rdf"),
            List.of(
                    "org.apache.jena.query.QueryExec",
                    "org.apache.jena.query.QueryFactory",
                    "org.apache.jena.query.ParameterizedSparqlString",
                    "org.apache.jena.update.",
                    "org.apache.jena.sparql.exec."),
            Set.of("rdf", "publication"),
            List.of("net.sf.jasperreports.", "org.apache.pdfbox."),
            Set.of("report", "signature"),
            List.of("org.teavm."),
            Set.of("browser"));

    private static final Map<String, Set<String>> MAY_IMPORT = plan();
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);

    @Test
    void every_package_stands_in_the_plan() {
        Set<String> rooms = CLASSES.stream().map(FloorPlanTest::room).collect(Collectors.toCollection(TreeSet::new));
        rooms.removeAll(MAY_IMPORT.keySet());
        assertThat(rooms)
                .as(
                        "packages below %s without a line in FloorPlanTest.PLAN: move the classes into the package of their"
                                + " subject, or add a line and a decision record",
                        ROOT)
                .isEmpty();
    }

    @Test
    void a_package_imports_only_what_the_plan_allows() {
        MAY_IMPORT.forEach((room, allowed) -> classes()
                .that(areIn(Set.of(room)))
                .should()
                .onlyDependOnClassesThat(areOutsideOrIn(allowed, room))
                .because("the floor plan lets " + room + " import " + (allowed.isEmpty() ? "nothing of ours" : allowed)
                        + ": move the code down, turn the call into an event, or change FloorPlanTest.PLAN with a decision"
                        + " record")
                .allowEmptyShould(true)
                .check(CLASSES));
    }

    @Test
    void the_verdict_is_plain_java() {
        classes()
                .that(areIn(Set.of("rulebook")))
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(ROOT + ".rulebook..", "java..", "org.jspecify.."))
                .because(
                        "the verdict also runs in browsers, so rulebook uses java.* and JSpecify only: put anything else into"
                                + " standard or assessment")
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    @Test
    void libraries_stay_behind_their_fences() {
        FENCES.forEach((libraries, rooms) -> noClasses()
                .that(areOutside(rooms))
                .should()
                .dependOnClassesThat(areOf(libraries))
                .because("only " + rooms + " may use " + libraries
                        + ": add what you need to the interface of that package")
                .allowEmptyShould(true)
                .check(CLASSES));
    }

    @Test
    void packages_never_import_in_a_circle() {
        slices().matching(ROOT + ".(**)")
                .should()
                .beFreeOfCycles()
                .because(
                        "two packages that need each other are one subject: merge them, or turn one call into an event")
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    private static Map<String, Set<String>> plan() {
        Map<String, Set<String>> plan = new LinkedHashMap<>();
        Set<String> above = Set.of();
        for (String line : PLAN.lines().toList()) {
            String[] parts = line.split(":", 2);
            Set<String> allowed = Stream.of(parts[1].trim().split(" +"))
                    .filter(name -> !name.isEmpty() && !name.equals("+"))
                    .collect(Collectors.toCollection(TreeSet::new));
            if (parts[1].contains("+")) {
                allowed.addAll(above);
            }
            plan.put(parts[0], allowed);
            above = allowed;
        }
        return plan;
    }

    /** The first package segment below the root: a sub-package belongs to its parent's floor. */
    private static String room(JavaClass type) {
        String name = type.getPackageName();
        return name.equals(ROOT) ? "" : name.substring(ROOT.length() + 1).split("\\.")[0];
    }

    private static DescribedPredicate<JavaClass> areIn(Set<String> rooms) {
        return DescribedPredicate.describe(
                "are in " + rooms, type -> type.getPackageName().startsWith(ROOT) && rooms.contains(room(type)));
    }

    private static DescribedPredicate<JavaClass> areOutside(Set<String> rooms) {
        return DescribedPredicate.describe("are outside " + rooms, type -> !rooms.contains(room(type)));
    }

    private static DescribedPredicate<JavaClass> areOf(List<String> libraries) {
        return DescribedPredicate.describe(
                "are of " + libraries, type -> libraries.stream().anyMatch(type.getName()::startsWith));
    }

    private static DescribedPredicate<JavaClass> areOutsideOrIn(Set<String> rooms, String own) {
        return DescribedPredicate.describe("are libraries or in " + own + ", " + rooms, type -> {
            String name = type.getBaseComponentType().getPackageName();
            if (!name.equals(ROOT) && !name.startsWith(ROOT + ".")) {
                return true;
            }
            String room = room(type.getBaseComponentType());
            return room.equals(own) || rooms.contains(room);
        });
    }
}
