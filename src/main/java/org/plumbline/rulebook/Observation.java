package org.plumbline.rulebook;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One statement about one fact of one site, and which of several counts.
 *
 * @param value what was stated, comparable by {@code equals}; null for "there is none"
 * @param day day of observation, since 1970-01-01
 * @param rank rank of the source, 0 the best (inspector, register, system, manager)
 */
public record Observation<V>(@Nullable V value, int day, int rank) {
    /** The observation that counts, and whether an equally good one differs from it. */
    public record Current<V>(Observation<V> observation, boolean disputed) {}

    /**
     * Chooses what counts on {@code onDay}: after dropping what has aged out and what lies in the future, the best source, then
     * the latest day; equal ones that differ are a dispute. When everything has aged out, the choice is made among the old.
     *
     * @return null when nothing was observed up to {@code onDay}
     */
    public static <V> @Nullable Current<V> current(List<Observation<V>> all, Validity validFor, int onDay) {
        if (all.size() == 1) {
            // Aged out or not, there is nothing else to choose.
            return all.getFirst().day <= onDay ? new Current<>(all.getFirst(), false) : null;
        }
        List<Observation<V>> past = all.stream().filter(one -> one.day <= onDay).toList();
        List<Observation<V>> valid =
                past.stream().filter(one -> !validFor.expired(one.day, onDay)).toList();
        Observation<V> best = null;
        boolean disputed = false;
        for (Observation<V> one : valid.isEmpty() ? past : valid) {
            int order = best == null ? -1 : one.rank != best.rank ? one.rank - best.rank : best.day - one.day;
            if (order < 0) {
                disputed = false;
                best = one;
            } else if (order == 0 && best != null) {
                disputed |= !Objects.equals(one.value, best.value);
            }
        }
        return best == null ? null : new Current<>(best, disputed);
    }
}
