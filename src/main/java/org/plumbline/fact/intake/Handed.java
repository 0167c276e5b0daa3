package org.plumbline.fact.intake;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A file as somebody hands it in.
 *
 * @param kind what it holds
 * @param name its name without a folder, at most 200 characters
 * @param bytes its content
 * @param synthetic whether what it holds is made up
 * @param from register: the day from which it holds; null is today
 * @param preview whether only to say what an import would do
 * @param mapping name of the mapping that reads a table in somebody else's form; null to choose by its heads
 * @param key the sender's own name for the request; null when it has none
 */
@SuppressWarnings("ArrayRecordComponent")
public record Handed(
        ImportJob.Kind kind,
        String name,
        byte[] bytes,
        boolean synthetic,
        @Nullable LocalDate from,
        boolean preview,
        @Nullable String mapping,
        @Nullable String key) {
    private static final int LONGEST = 200;

    public Handed {
        name = plain(name);
        mapping = mapping == null || mapping.isBlank() ? null : mapping.strip();
    }

    /** The last step of a path, without what no file name should hold: a sender may write anything. */
    private static String plain(String given) {
        String last = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1)
                .replaceAll("[\\p{Cntrl}\\p{Cf}\"<>|:*?]", "")
                .strip();
        if (last.isEmpty() || last.matches("\\.+")) {
            return "unnamed";
        }
        return last.length() > LONGEST ? last.substring(last.length() - LONGEST) : last;
    }
}
