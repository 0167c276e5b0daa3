package org.plumbline.standard;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A standard made up at random in the allowed profile, as Turtle that goes through the real reader: facts of every datatype,
 * nested records, derived facts, clauses with conditions, cases and checks of every constraint.
 */
final class RandomStandard {
    static final String PREFIXES = """
            @prefix f: <https://w3id.org/plumbline/facts#> .
            @prefix pl: <https://w3id.org/plumbline/ns#> .
            @prefix sh: <http://www.w3.org/ns/shacl#> .
            @prefix cccev: <http://data.europa.eu/m8g/> .
            @prefix dcterms: <http://purl.org/dc/terms/> .
            @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
            @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
            @prefix earl: <http://www.w3.org/ns/earl#> .
            @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
            @prefix c: <https://w3id.org/plumbline/code/c/> .
            """;
    private static final int CODES = 6;
    private static final int CLAUSES = 8;

    private final Random random;
    private final List<Made> site = new ArrayList<>();
    private final List<Made> room = new ArrayList<>();
    private final StringBuilder facts = new StringBuilder(PREFIXES);

    /** A fact made up: its kind is one of B(oolean) I(nteger) D(ecimal) T(date) C(ode) M(any codes) S(tring). */
    private record Made(String name, char kind, boolean none) {}

    RandomStandard(Random random) {
        this.random = random;
        vocabulary();
    }

    /** The standard, compiled. */
    EditionReader reader() {
        StringBuilder clauses = new StringBuilder(base());
        for (int i = 1; i <= CLAUSES; i++) {
            clauses.append(clause(i));
        }
        Map<String, byte[]> files = Map.of("standard.ttl", bytes(STANDARD), "chapter-1.ttl", bytes(clauses.toString()));
        return new EditionReader(
                StandardFolder.folder("random/1", Map.of("facts/facts.ttl", bytes(facts.toString())), files));
    }

    private static String base() {
        return "@base <https://w3id.org/plumbline/standard/random/1/> .\n" + PREFIXES;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static final String STANDARD = base() + """
            <> a pl:Edition ; pl:number "R 1" ; dcterms:title "随机"@zh , "Random"@en ; dcterms:abstract "随机"@zh , "Random"@en ;
              pl:documentType pl:ModelStandard ; pl:legalNature pl:Recommended ; dcterms:publisher "甲"@zh , "A"@en ;
              dcterms:issued "2026-01-01"^^xsd:date ; pl:validFrom "2026-01-01"^^xsd:date ; pl:siteClass f:P , f:Q ;
              pl:scoring [ pl:bonusCap 3 ; pl:leastMeasuredShare 0.9 ] ; pl:vetoBand <band/none> ; pl:bands ( <band/1> <band/none> ) .
            <chapter/1> a pl:Chapter ; skos:prefLabel "一"@zh , "One"@en ; dcterms:description "一"@zh , "One"@en .
            <band/1> a pl:Band ; skos:prefLabel "好"@zh , "Good"@en ; pl:stars 1 ; pl:leastScore 60 .
            <band/none> a pl:Band ; skos:prefLabel "差"@zh , "Poor"@en ; pl:stars 0 ; pl:leastScore 0 .
            """;

    private void vocabulary() {
        facts.append("""
                f:P a pl:SiteClass ; skos:prefLabel "甲"@zh , "P"@en . f:Q a pl:SiteClass ; skos:prefLabel "乙"@zh , "Q"@en .
                f:Room a pl:RecordKind ; skos:prefLabel "间"@zh , "Room"@en .
                <https://w3id.org/plumbline/calendar/2026> a pl:WorkingCalendar ; pl:year 2026 ;
                  pl:holiday "2026-05-01"^^xsd:date ; pl:workday "2026-05-09"^^xsd:date ; dcterms:source "none" .
                <https://w3id.org/plumbline/unit/one> a pl:Unit ; pl:ucum "1" ; pl:symbol "1"@zh , "1"@en .
                <https://w3id.org/plumbline/code/c> a skos:ConceptScheme ; skos:prefLabel "码"@zh , "Codes"@en .
                """);
        for (int i = 0; i < CODES; i++) {
            facts.append(
                    "c:k%d a skos:Concept ; skos:inScheme <https://w3id.org/plumbline/code/c> ; skos:prefLabel \"码%d\"@zh , \"Code %d\"@en .\n"
                            .formatted(i, i, i));
        }
        for (char kind : "BBIIIDDDTTCMMS".toCharArray()) {
            observed(site, "a", kind, "");
        }
        for (char kind : "BIDCMST".toCharArray()) {
            observed(room, "r", kind, "pl:of f:Room ; ");
        }
        fact("room", "pl:many true ; pl:record f:Room ; pl:observer pl:Inspector");
        for (int i = 0; i < 2; i++) {
            derived(room, "y" + i, "pl:of f:Room ; ");
        }
        for (int i = 0; i < 2; i++) {
            aggregate("g" + i);
        }
        for (int i = 0; i < 5; i++) {
            derived(site, "x" + i, "");
        }
    }

    private void fact(String name, String rest) {
        facts.append(
                "f:%s a cccev:InformationConcept ; skos:prefLabel \"%s\"@zh , \"%s\"@en ; pl:question \"?\"@zh , \"?\"@en ; %s .\n"
                        .formatted(name, name, name, rest));
    }

    private void observed(List<Made> into, String prefix, char kind, String of) {
        Made made = new Made(
                prefix + Character.toLowerCase(kind) + into.size(), kind, kind == 'M' || random.nextInt(3) == 0);
        String type = switch (kind) {
            case 'B' -> "pl:datatype xsd:boolean";
            case 'I' -> "pl:datatype xsd:integer ; pl:unit \"1\" ; pl:limit [ pl:from -20 ; pl:to 40 ]";
            case 'D' -> "pl:datatype xsd:decimal ; pl:unit \"1\" ; pl:limit [ pl:from -20 ; pl:to 40.5 ]";
            case 'T' -> "pl:datatype xsd:date";
            case 'S' -> "pl:datatype xsd:string";
            case 'C' -> "pl:codeList <https://w3id.org/plumbline/code/c>";
            default -> "pl:codeList <https://w3id.org/plumbline/code/c> ; pl:many true";
        };
        fact(
                made.name,
                of + type + " ; pl:observer pl:Inspector" + (made.none && kind != 'M' ? " ; pl:mayBeNone true" : ""));
        into.add(made);
    }

    private void derived(List<Made> into, String name, String of) {
        RandomExpression expressions = new RandomExpression(
                random,
                into.stream()
                        .filter(made -> "BIDT".indexOf(made.kind) >= 0)
                        // Derived facts of derived facts now and then: their values soon grow large.
                        .filter(made -> made.name.length() > 2 || random.nextInt(3) == 0)
                        .collect(Collectors.groupingBy(
                                Made::kind, Collectors.mapping(Made::name, Collectors.toList()))));
        char kind = "BIDDD".charAt(random.nextInt(5));
        String type = Map.of('B', "boolean", 'I', "integer", 'D', "decimal").get(kind);
        String guard = random.nextInt(4) == 0 ? " ; pl:measuredWhen " + shape(into, 1) : "";
        fact(
                name,
                of + "pl:datatype xsd:" + type + (kind == 'B' ? "" : " ; pl:unit \"1\"") + " ; pl:expression \""
                        + expressions.of(kind) + "\"" + guard);
        into.add(new Made(name, kind, true));
    }

    private void aggregate(String name) {
        Made member = pick(room, "ID");
        String where = random.nextInt(3) > 0 ? " ; pl:where " + shape(room, 1) : "";
        if (random.nextBoolean() || member.name.startsWith("y")) {
            fact(name, "pl:datatype xsd:integer ; pl:unit \"1\" ; pl:count [ pl:path f:room" + where + " ]");
            site.add(new Made(name, 'i', true));
        } else {
            fact(
                    name,
                    "pl:datatype xsd:decimal ; pl:unit \"1\" ; pl:%s [ pl:path ( f:room f:%s )%s ]"
                            .formatted(pick("sum", "min", "max"), member.name, where));
            site.add(new Made(name, 'd', true));
        }
    }

    private String clause(int number) {
        String classes = pick("f:P , f:Q", "f:P , f:Q", "f:P", "f:Q");
        StringBuilder out = new StringBuilder(
                "<clause/1.%d> a pl:Clause ; pl:text \"文\"@zh , \"Text\"@en ; pl:plain \"文\"@zh , \"Text\"@en ;\n"
                        .formatted(number));
        out.append("  pl:obligation pl:")
                .append(pick("Shall", "Should", "May"))
                .append(" ; pl:points ")
                .append(1 + random.nextInt(3));
        out.append(" ; pl:method pl:Observe ; pl:appliesTo ").append(classes).append(" ;\n");
        if (random.nextInt(3) == 0) {
            out.append("  pl:appliesWhen ").append(shape(site, 1)).append(" ;\n");
        }
        if (random.nextInt(3) == 0) {
            int cases = 1 + random.nextInt(3);
            out.append("  pl:cases ( ");
            for (int i = 0; i < cases; i++) {
                String who = random.nextBoolean() || !classes.contains(",")
                        ? ""
                        : "pl:appliesTo " + pick("f:P", "f:Q") + " ; ";
                String when = i == cases - 1 && random.nextBoolean() ? "" : "pl:when " + shape(site, 1) + " ; ";
                out.append("[ ").append(who).append(when).append(body(site, 2)).append(" ] ");
            }
            out.append(") ;\n");
        } else {
            out.append("  ").append(body(site, 3)).append(" ;\n");
        }
        if (random.nextInt(3) == 0) {
            out.append("  pl:grading [ a pl:Deduction ; pl:perFailure 0.5 ] ;\n");
        }
        return out.append("  pl:basis [ pl:document \"D\" ; pl:mark pl:Illustrative ] .\n")
                .toString();
    }

    private String shape(List<Made> facts, int depth) {
        return "[ " + body(facts, depth) + " ]";
    }

    private String body(List<Made> facts, int depth) {
        if (depth == 0) {
            return "sh:property [ " + atom(facts) + " ]";
        }
        return switch (random.nextInt(facts == site ? 10 : 7)) {
            case 0 -> "sh:property " + list(" , ", 1 + random.nextInt(3), i -> "[ " + atom(facts) + " ]");
            case 1 -> "sh:or ( " + list(" ", 2 + random.nextInt(2), i -> shape(facts, depth - 1)) + " )";
            case 2 -> "sh:and ( " + list(" ", 2, i -> shape(facts, depth - 1)) + " )";
            case 3 -> "sh:node " + shape(facts, depth - 1);
            case 4 -> "sh:not " + forbidden(facts);
            case 7 ->
                "sh:property [ sh:path f:room ; "
                        + (random.nextBoolean() ? "sh:node " + shape(room, 1) : "sh:property [ " + atom(room) + " ]")
                        + (random.nextBoolean() ? " ; sh:minCount " + random.nextInt(3) : "") + " ]";
            case 8 ->
                "sh:property [ sh:path f:room ; sh:qualifiedValueShape " + shape(room, 1) + " ; sh:qualified"
                        + pick("Min", "Max") + "Count " + random.nextInt(4) + " ]";
            case 9 -> through();
            default -> "sh:property [ " + atom(facts) + " ]";
        };
    }

    /** A path through the rooms to a fact of theirs. */
    private String through() {
        Made made = room.get(random.nextInt(room.size()));
        String path = "sh:property [ sh:path ( f:room f:" + made.name + " ) ; ";
        return path + (random.nextInt(5) == 0 ? "sh:minCount 1" : constraint(made, room, false)) + " ]";
    }

    private String atom(List<Made> facts) {
        Made made = facts.get(random.nextInt(facts.size()));
        return "sh:path f:" + made.name + " ; " + constraint(made, facts, true);
    }

    private String constraint(Made made, List<Made> facts, boolean direct) {
        String counted = made.none || random.nextBoolean() ? "sh:minCount 1 ; " : "";
        if (direct && random.nextInt(8) == 0) {
            return random.nextBoolean() ? "sh:minCount " + random.nextInt(3) : "sh:maxCount " + random.nextInt(2);
        }
        return switch (Character.toUpperCase(made.kind)) {
            case 'B' -> "sh:hasValue " + random.nextBoolean();
            case 'C' -> random.nextBoolean() ? "sh:hasValue " + code() : counted + "sh:in ( " + codes() + " )";
            case 'M' ->
                switch (random.nextInt(direct ? 3 : 2)) {
                    case 0 ->
                        "sh:hasValue " + list(" , ", 1 + random.nextInt(3), i -> "c:k" + (i * 2 + random.nextInt(2)));
                    case 1 -> "sh:in ( " + codes() + " )";
                    default ->
                        "sh:qualifiedValueShape [ sh:in ( " + codes() + " ) ] ; sh:qualified" + pick("Min", "Max")
                                + "Count " + random.nextInt(4);
                };
            case 'S' ->
                random.nextBoolean()
                        ? counted + "sh:pattern \"" + pick("^[A-Z][0-9]{1,2}$", "^(abc|110)*$", "^.{0,4}$", "^[^ ]+$")
                                + "\""
                        : random.nextBoolean() ? "sh:hasValue \"A1\"" : counted + "sh:in ( \"A1\" \"abc\" )";
            case 'I' ->
                switch (random.nextInt(3)) {
                    case 0 -> "sh:hasValue " + small();
                    case 1 -> counted + "sh:in ( " + list(" ", 3, i -> small()) + " )";
                    default -> range(made, facts, counted, direct, small());
                };
            case 'T' -> range(made, facts, counted, direct, "\"2026-0" + (1 + random.nextInt(9)) + "-15\"^^xsd:date");
            default -> range(made, facts, counted, direct, small() + (random.nextBoolean() ? ".5" : ""));
        };
    }

    private String range(Made made, List<Made> facts, String counted, boolean direct, String limit) {
        if (direct && random.nextInt(5) == 0) {
            Made other = pick(facts, made.kind == 'T' ? "T" : "IDid");
            return counted + "sh:lessThan" + pick("", "OrEquals") + " f:" + other.name;
        }
        return counted + "sh:" + pick("minInclusive", "maxInclusive", "minExclusive", "maxExclusive") + " " + limit;
    }

    private String forbidden(List<Made> facts) {
        Made made = pick(facts, "BCIDT");
        return switch (made.kind) {
            case 'B' -> "[ sh:path f:" + made.name + " ; sh:hasValue true ]";
            case 'C' -> "[ sh:path f:" + made.name + " ; sh:minCount 1 ; sh:in ( " + codes() + " ) ]";
            default ->
                "[ sh:path f:" + made.name + " ; sh:minCount 1 ; "
                        + range(made, List.of(), "", false, made.kind == 'T' ? "\"2026-05-15\"^^xsd:date" : small())
                        + " ]";
        };
    }

    private String small() {
        return Integer.toString(random.nextInt(12) - 3);
    }

    private String code() {
        return "c:k" + random.nextInt(CODES);
    }

    private String codes() {
        return list(" ", 1 + random.nextInt(CODES - 1), i -> code());
    }

    private static String list(String separator, int size, IntFunction<String> member) {
        return IntStream.range(0, size).mapToObj(member).collect(Collectors.joining(separator));
    }

    private Made pick(List<Made> from, String kinds) {
        List<Made> fitting =
                from.stream().filter(made -> kinds.indexOf(made.kind) >= 0).toList();
        return fitting.get(random.nextInt(fitting.size()));
    }

    private String pick(String... from) {
        return from[random.nextInt(from.length)];
    }
}
