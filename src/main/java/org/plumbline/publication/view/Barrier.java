package org.plumbline.publication.view;

import java.util.List;
import org.plumbline.web.Text;

/**
 * A gate that keeps a site from a band which its score reaches.
 *
 * @param band the band
 * @param gate what the gate asks
 * @param clauses results of the clauses that keep it closed, in the order of the standard
 */
public record Barrier(Band band, Text gate, List<ClauseResult> clauses) {
    private static final int SHOWN = 8;

    /** As many of the clauses as a line bears. */
    public List<ClauseResult> shown() {
        return clauses.subList(0, Math.min(SHOWN, clauses.size()));
    }

    /** How many more there are. */
    public int more() {
        return clauses.size() - shown().size();
    }
}
