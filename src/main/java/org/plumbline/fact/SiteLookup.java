package org.plumbline.fact;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a reader of facts needs to know of sites and places. */
public interface SiteLookup {
    /**
     * A site or place.
     *
     * @param code its code
     * @param place whether it is a place
     * @param kind local name of the site's class (RS) or of the kind of place (Committee); null where it is not known
     */
    record Known(String code, boolean place, @Nullable String kind) {}

    /** The site or place with a code; empty when there is none. */
    Optional<Known> find(String code);

    /** Codes of the places of a kind (local name, such as Committee) that a site stands in on a day. */
    List<String> holders(String site, String kind, LocalDate on);

    /** The code that a misspelt one may have meant; empty when none is near. */
    default Optional<String> nearest(String code) {
        return Optional.empty();
    }

    /** Says which codes rows are going to ask for, so that they are looked up together; any may be asked for without. */
    default void prepare(Collection<String> codes) {}

    /** The same for names. */
    default void prepareNames(Collection<String> names) {}

    /** Codes of the sites and places that go by a name in the register, in either language; empty without a register. */
    default List<String> named(String name) {
        return List.of();
    }

    /** Codes of the sites that stand in a place on a day, directly or through another; empty without a register. */
    default List<String> sitesIn(String place, LocalDate on) {
        return List.of();
    }

    /** Whether facts held by places stay on the site that a row is about, for want of a register. */
    boolean standalone();

    /** Without a register: every well-formed code names a site, whose class its own column or its code says. */
    static SiteLookup withoutRegister() {
        return new Standalone();
    }

    /** See {@link #withoutRegister}. */
    final class Standalone implements SiteLookup {
        private static final Pattern CODE = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._~-]{0,63}");
        private static final Pattern CLASS = Pattern.compile(".*-([A-Z]{2})\\d{2}");

        private Standalone() {}

        @Override
        public Optional<Known> find(String code) {
            Matcher named = CLASS.matcher(code);
            return CODE.matcher(code).matches()
                    ? Optional.of(new Known(code, false, named.matches() ? named.group(1) : null))
                    : Optional.empty();
        }

        @Override
        public List<String> holders(String site, String kind, LocalDate on) {
            return List.of();
        }

        @Override
        public boolean standalone() {
            return true;
        }
    }
}
