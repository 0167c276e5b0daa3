package org.plumbline.assessment;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.plumbline.place.Membership;

/** Codes of everything that has ever stood in some places, directly or through another place. */
final class Inhabitants {
    private final Map<String, Set<String>> children = new HashMap<>();

    private Inhabitants() {}

    /** Reads what stands in places, level by level. */
    static Inhabitants of(Collection<String> places) {
        Inhabitants inhabitants = new Inhabitants();
        Set<String> wanted = new TreeSet<>(places);
        while (!wanted.isEmpty()) {
            List<Membership> found = Membership.ofParents(wanted);
            wanted.forEach(place -> inhabitants.children.put(place, new TreeSet<>()));
            wanted = new TreeSet<>();
            for (Membership one : found) {
                inhabitants.children.getOrDefault(one.parent, new HashSet<>()).add(one.child);
                if (!inhabitants.children.containsKey(one.child)) {
                    wanted.add(one.child);
                }
            }
        }
        return inhabitants;
    }

    /** Codes of all places that a site has ever stood in, directly or through another place. */
    static Set<String> around(String site) {
        Set<String> around = new TreeSet<>();
        Set<String> wanted = Set.of(site);
        while (!wanted.isEmpty()) {
            Set<String> parents = new TreeSet<>();
            Membership.ofChildren(wanted).forEach(one -> parents.add(one.parent));
            parents.removeAll(around);
            around.addAll(parents);
            wanted = parents;
        }
        return around;
    }

    /** Those of one of the places, in the order of codes. */
    Set<String> in(String place) {
        Set<String> all = new TreeSet<>();
        collect(place, all);
        return all;
    }

    private void collect(String place, Set<String> all) {
        for (String child : children.getOrDefault(place, Set.of())) {
            if (all.add(child)) {
                collect(child, all);
            }
        }
    }
}
