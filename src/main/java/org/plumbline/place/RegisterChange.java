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

    /** The Chinese name; the code of what is closed. */
    String name();

    /**
     * What a place or site is called.
     *
     * @param zh Chinese name
     * @param en official English or pinyin name, if any
     * @param aliases other Chinese names that people and files use, such as 古美街道 of 古美路街道
     */
    record Names(String zh, @Nullable String en, SortedSet<String> aliases) {
        public Names {
            aliases = sorted(aliases);
        }

        /** A Chinese name alone. */
        public static Names of(String zh) {
            return new Names(zh, null, Collections.emptySortedSet());
        }

        /** Whether a text is one of its Chinese names. */
        public boolean include(String text) {
            return zh.equals(text) || aliases.contains(text);
        }
    }

    /**
     * A place from a date on, made or changed.
     *
     * @param code division code, or own code for an area or grid
     * @param kind its kind
     * @param names what it is called
     * @param codeEdition edition of the division codes that its code is of, such as 2023; null when not stated
     * @param within codes of all places it stands in
     * @param from first day
     */
    record PlaceState(
            String code,
            PlaceKind kind,
            Names names,
            @Nullable String codeEdition,
            SortedSet<String> within,
            LocalDate from)
            implements RegisterChange {
        public PlaceState {
            within = sorted(within);
        }

        @Override
        public boolean says(RegisterChange other) {
            return other instanceof PlaceState state
                    && state.in(state.within, from).equals(this);
        }

        @Override
        public String name() {
            return names.zh();
        }

        /** The same in other places from a date on. */
        PlaceState in(SortedSet<String> places, LocalDate date) {
            return new PlaceState(code, kind, names, codeEdition, places, date);
        }
    }

    /**
     * A site from a date on, made or changed.
     *
     * @param code its own code
     * @param siteClass local name of its class: RS, VS, AC, TC
     * @param names what it is called
     * @param addresses where its buildings are, as far as known: one address for each
     * @param within codes of all places it stands in
     * @param from first day
     */
    record SiteState(
            String code,
            String siteClass,
            Names names,
            SortedSet<String> addresses,
            SortedSet<String> within,
            LocalDate from)
            implements RegisterChange {
        public SiteState {
            within = sorted(within);
            addresses = sorted(addresses);
        }

        @Override
        public boolean says(RegisterChange other) {
            return other instanceof SiteState state
                    && state.in(state.within, from).equals(this);
        }

        @Override
        public String name() {
            return names.zh();
        }

        /** The same in other places from a date on. */
        SiteState in(SortedSet<String> places, LocalDate date) {
            return new SiteState(code, siteClass, names, addresses, places, date);
        }
    }

    /**
     * A place or site closed: gone, merged into another, split into several, or given another code.
     *
     * @param code its code
     * @param site whether it is a site
     * @param successors codes of what continues it: none, one, or several after a split
     * @param why the reason in the words of whoever decided, if given
     * @param from first day it is no longer there
     */
    record Closed(
            String code,
            boolean site,
            SortedSet<String> successors,
            @Nullable String why,
            LocalDate from) implements RegisterChange {
        public Closed {
            successors = sorted(successors);
        }

        /** Closed without anything to continue it. */
        public Closed(String code, boolean site, LocalDate from) {
            this(code, site, Collections.emptySortedSet(), null, from);
        }

        @Override
        public SortedSet<String> within() {
            return Collections.emptySortedSet();
        }

        @Override
        public boolean says(RegisterChange other) {
            return other instanceof Closed closed
                    && closed.code.equals(code)
                    && closed.site == site
                    && closed.successors.equals(successors);
        }

        @Override
        public String name() {
            return code;
        }
    }

    private static SortedSet<String> sorted(Collection<String> codes) {
        return Collections.unmodifiableSortedSet(new TreeSet<>(codes));
    }
}
