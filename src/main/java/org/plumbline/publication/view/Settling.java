package org.plumbline.publication.view;

import java.util.List;
import org.plumbline.web.Text;

/**
 * A fact whose measuring helps to settle the band.
 *
 * @param name local name of the fact
 * @param label its name in words
 * @param question how it is asked
 * @param clauses numbers of the clauses it opens
 * @param clausePaths language-free addresses of these clauses, in the same order
 */
public record Settling(String name, Text label, Text question, List<String> clauses, List<String> clausePaths) {}
