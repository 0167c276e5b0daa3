package org.plumbline.place;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** An entry of the register: the state of a place or site from a date on, or its end. */
public sealed interface RegisterChange {
    /** Code of the place or site. */
    String code();

    /** The day from which it holds. */
    LocalDate from();

    /** Codes of all places it stands in from then on; none once closed. */
    SortedSet<String> within();

    /** Whether another change states the same, whatever its date. */
    boolean says(RegisterChange other);

    /**
     * A place from a date on, made or changed.
     *
     * @param code division code, or own code for an area
     * @param kind its kind
     * @param nameZh Chinese name
     * @param nameEn official English or pinyin name, if any
     * @param within codes of all places it stands in
     * @param from first day
     */
    record PlaceState(
            String code,
            PlaceKind kind,
            String nameZh,
            @Nullable String nameEn,
            SortedSet<String> within,
            LocalDate from)
            implements RegisterChange {
        public PlaceState {
            within = sorted(within);
        }

        @Override
        public boolean says(RegisterChange other) {
            return other instanceof PlaceState state && state.on(from).equals(this);
        }

        private PlaceState on(LocalDate date) {
            return new PlaceState(code, kind, nameZh, nameEn, within, date);
        }
    }

    /**
     * A site from a date on, made or changed.
     *
     * @param code its own code
     * @param siteClass local name of its class: RS, VS, AC, TC
     * @param nameZh Chinese name
     * @param nameEn English name, if any
     * @param address where it is, if known
     * @param within codes of all places it stands in
     * @param from first day
     */
    record SiteState(
            String code,
            String siteClass,
            String nameZh,
            @Nullable String nameEn,
            @Nullable String address,
            SortedSet<String> within,
            LocalDate from)
            implements RegisterChange {
        public SiteState {
            within = sorted(within);
        }

        @Override
        public boolean says(RegisterChange other) {
            return other instanceof SiteState state && state.on(from).equals(this);
        }

        private SiteState on(LocalDate date) {
            return new SiteState(code, siteClass, nameZh, nameEn, address, within, date);
        }
    }

    /**
     * A place or site closed.
     *
     * @param code its code
     * @param site whether it is a site
     * @param from first day it is no longer there
     */
    record Closed(String code, boolean site, LocalDate from) implements RegisterChange {
        @Override
        public SortedSet<String> within() {
            return Collections.emptySortedSet();
        }

        @Override
        public boolean says(RegisterChange other) {
            return other instanceof Closed closed && closed.code.equals(code) && closed.site == site;
        }
    }

    private static SortedSet<String> sorted(Collection<String> codes) {
        return Collections.unmodifiableSortedSet(new TreeSet<>(codes));
    }
}
