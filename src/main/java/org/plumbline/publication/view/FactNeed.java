package org.plumbline.publication.view;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plumbline.web.Text;

/**
 * A fact that a clause reads.
 *
 * @param name local name
 * @param label its name in words
 * @param question how it is asked; null for derived facts
 * @param unit symbol of the unit, empty if none
 * @param observers who may observe it, empty for derived facts
 * @param validFor ISO period it stays valid; null = does not age
 * @param formula the expression of a derived fact; null = observed
 */
public record FactNeed(
        String name,
        Text label,
        @Nullable Text question,
        Text unit,
        List<Source> observers,
        @Nullable String validFor,
        @Nullable String formula) {}
