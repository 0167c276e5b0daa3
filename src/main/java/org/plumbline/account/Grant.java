package org.plumbline.account;

import java.util.Optional;

/**
 * A role held at a place.
 *
 * @param role the role
 * @param area code of the place or site where it holds, with all that stands in it; {@link #EVERYWHERE} for the whole installation
 */
public record Grant(Role role, String area) {
    /** The area of a role that holds everywhere. */
    public static final String EVERYWHERE = "*";

    /** Whether it holds everywhere. */
    public boolean everywhere() {
        return area.equals(EVERYWHERE);
    }

    /** Reads {@code role} or {@code role@area}; empty when there is no such role or no area after the sign. */
    public static Optional<Grant> of(String text) {
        String[] parts = text.strip().split("@", 2);
        String area = parts.length == 1 ? EVERYWHERE : parts[1].strip();
        return area.isEmpty() ? Optional.empty() : Role.of(parts[0].strip()).map(role -> new Grant(role, area));
    }

    /** The form that {@link #of} reads. */
    @Override
    public String toString() {
        return everywhere() ? role.code() : role.code() + "@" + area;
    }
}
