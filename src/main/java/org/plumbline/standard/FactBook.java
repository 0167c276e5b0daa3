package org.plumbline.standard;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.jspecify.annotations.Nullable;
import org.plumbline.rdf.F;
import org.plumbline.rulebook.Calendar;
import org.plumbline.rulebook.CodeList;
import org.plumbline.rulebook.RecordKind;
import org.plumbline.rulebook.SiteClass;
import org.plumbline.rulebook.Text;
import org.plumbline.rulebook.Unit;

/**
 * The shared fact vocabulary: facts, code lists, units, classes of sites, kinds of records, calendars.
 *
 * @param facts by local name, in the order of the files
 * @param codeLists by local name of the scheme
 * @param units by UCUM code
 * @param classes labels of site classes by name
 * @param recordKinds labels of record kinds by name
 * @param calendar working days
 */
public record FactBook(
        Map<String, FactDefinition> facts,
        Map<String, CodeList> codeLists,
        Map<String, Unit> units,
        Map<String, Text> classes,
        Map<String, Text> recordKinds,
        Calendar calendar) {

    /** The fact that an IRI names, or null. */
    public @Nullable FactDefinition fact(Node node) {
        return node.isURI() && node.getURI().startsWith(F.NS)
                ? facts.get(node.getURI().substring(F.NS.length()))
                : null;
    }

    /** The facts whose values are about a person; for a personal list of records the facts of its records. */
    public Set<Node> personal() {
        Set<Node> personal = new HashSet<>();
        for (FactDefinition fact : facts.values()) {
            if (fact.sensitivity().equals("Personal")) {
                if (fact.record() == null) {
                    personal.add(fact.node());
                } else {
                    members(fact.record()).forEach(member -> personal.add(member.node()));
                }
            }
        }
        return personal;
    }

    /** The facts that each record of a kind has, in the order of the files. */
    public List<FactDefinition> members(String kind) {
        return facts.values().stream().filter(fact -> kind.equals(fact.of())).toList();
    }

    /** All site classes. */
    public List<SiteClass> siteClasses() {
        return classes.entrySet().stream()
                .map(entry -> new SiteClass(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** A record kind with no facts numbered yet. */
    RecordKind kind(String name, int slots) {
        return new RecordKind(name, recordKinds.getOrDefault(name, new Text(name, name)), slots);
    }
}
