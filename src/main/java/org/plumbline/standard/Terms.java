package org.plumbline.standard;

import java.util.Map;
import java.util.Set;
import org.plumbline.rdf.F;
import org.plumbline.rdf.PL;
import org.plumbline.rdf.SH;

/** Which SHACL terms a standard may use, and what to write instead of the others. */
final class Terms {
    /** The constraint terms of the profile. */
    static final Set<String> ALLOWED = Set.of(
            "path",
            "property",
            "node",
            "and",
            "or",
            "not",
            "minCount",
            "maxCount",
            "hasValue",
            "in",
            "minInclusive",
            "maxInclusive",
            "minExclusive",
            "maxExclusive",
            "pattern",
            "lessThan",
            "lessThanOrEquals",
            "qualifiedValueShape",
            "qualifiedMinCount",
            "qualifiedMaxCount");

    private static final Map<String, String> INSTEAD = Map.ofEntries(
            Map.entry("closed", "A record may gain facts for another standard and must not fail for it. Remove it"),
            Map.entry("ignoredProperties", "It only serves sh:closed, which is not allowed. Remove it"),
            Map.entry(
                    "xone",
                    "With facts missing, exactly-one cannot be decided soundly. Write sh:or with excluding members"),
            Map.entry("class", "Types belong to the fact, not to the clause. Use pl:codeList or pl:record at the fact"),
            Map.entry("datatype", "Types belong to the fact, not to the clause. Use pl:datatype at the fact"),
            Map.entry("nodeKind", "Types belong to the fact, not to the clause. Remove it"),
            Map.entry("equals", "Compare values with sh:lessThanOrEquals both ways, or derive the difference"),
            Map.entry("disjoint", "Derive a fact that counts what both share and limit it"),
            Map.entry("uniqueLang", "Facts carry no languages. Remove it"),
            Map.entry("languageIn", "Facts carry no languages. Remove it"),
            Map.entry("minLength", "Write it as sh:pattern, such as \"^.{3,}$\""),
            Map.entry("maxLength", "Write it as sh:pattern, such as \"^.{0,20}$\""),
            Map.entry("flags", "Patterns are matched as written. Put both cases into the pattern"),
            Map.entry("sparql", "A query is not a check that every place can repeat. Derive a fact with pl:expression"),
            Map.entry("select", "A query is not a check that every place can repeat. Derive a fact with pl:expression"),
            Map.entry("qualifiedValueShapesDisjoint", "Count each kind with a shape of its own"),
            Map.entry("message", "The wording is pl:text and pl:plain, the gap is rendered from the facts. Remove it"),
            Map.entry("severity", "Use pl:severity at the clause"),
            Map.entry(
                    "deactivated",
                    "An edition in force does not switch clauses off. Leave the clause out of the next edition"),
            Map.entry("targetClass", "Use pl:appliesTo"),
            Map.entry("targetNode", "Use pl:appliesTo"),
            Map.entry("targetSubjectsOf", "Use pl:appliesWhen"),
            Map.entry("targetObjectsOf", "Use pl:appliesWhen"));

    private static final Map<String, String> PREFIXES = Map.of(
            SH.NS,
            "sh:",
            PL.NS,
            "pl:",
            F.NS,
            "f:",
            "http://www.w3.org/2004/02/skos/core#",
            "skos:",
            "http://purl.org/dc/terms/",
            "dcterms:",
            "http://www.w3.org/2001/XMLSchema#",
            "xsd:",
            "http://data.europa.eu/m8g/",
            "cccev:",
            "http://www.w3.org/ns/earl#",
            "earl:",
            "https://w3id.org/plumbline/code/",
            "code:",
            "https://w3id.org/plumbline/unit/",
            "unit:");

    private Terms() {}

    /** Why a SHACL term is refused and what to write instead. */
    static String instead(String local) {
        String known = INSTEAD.get(local);
        if (known != null) {
            return "sh:" + local + " is not part of the profile. " + known + ".";
        }
        return "sh:" + local
                + " is not a term that is checked, so that it would pass silently. Allowed are: "
                + String.join(" ", ALLOWED.stream().sorted().toList()) + "." + suggestion(local, ALLOWED);
    }

    /** " Did you mean …?" when a word of {@code words} is at most two letters away, else nothing. */
    static String suggestion(String word, Set<String> words) {
        return words.stream()
                .filter(other -> EditDistance.between(word, other) <= 2)
                .min(java.util.Comparator.comparingInt((String other) -> EditDistance.between(word, other))
                        .thenComparing(other -> other))
                .map(other -> " Did you mean " + other + "?")
                .orElse("");
    }

    static String shorten(String iri) {
        for (Map.Entry<String, String> prefix : PREFIXES.entrySet()) {
            if (iri.startsWith(prefix.getKey())) {
                return prefix.getValue() + iri.substring(prefix.getKey().length());
            }
        }
        return "<" + iri + ">";
    }
}
