package org.plumbline.place;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import org.plumbline.ledger.Provenance;
import org.plumbline.place.Register.Recorded;
import org.plumbline.place.RegisterChange.Closed;
import org.plumbline.place.RegisterChange.PlaceState;
import org.plumbline.place.RegisterChange.SiteState;
import org.plumbline.place.RegisterRow.Checked;
import org.plumbline.place.RowAnswer.Accepted;
import org.plumbline.place.RowAnswer.Refused;
import org.plumbline.place.RowAnswer.Unchanged;

/** A page of rows held against the register as it is, and what is new of them recorded. One use, within a transaction. */
final class RegisterPage {
    private final Register register;
    private final Provenance provenance;
    private final LongFunction<Provenance.Origin> origin;
    private final Map<String, RegisterChange> current = new HashMap<>();
    private final List<Recorded> changes = new ArrayList<>();

    RegisterPage(Register register, Provenance provenance, LongFunction<Provenance.Origin> origin) {
        this.register = register;
        this.provenance = provenance;
        this.origin = origin;
    }

    List<RowAnswer> record(List<Checked> rows) {
        // Before reading, so that two imports at once do not both make the same place.
        register.lock();
        current.putAll(register.current(codes(rows)));
        List<RowAnswer> answers = new ArrayList<>();
        for (var row : rows) {
            answers.add(
                    switch (row) {
                        case Checked.Bad(var refused) -> refused;
                        case Checked.Stated stated -> answer(stated);
                    });
        }
        register.record(changes);
        return answers;
    }

    private static Set<String> codes(List<Checked> rows) {
        Set<String> codes = new LinkedHashSet<>();
        for (var row : rows) {
            if (!(row instanceof Checked.Stated stated)) continue;
            codes.add(stated.state().code());
            codes.addAll(stated.state().within());
            stated.above().forEach(place -> codes.add(place.code()));
        }
        return codes;
    }

    private RowAnswer answer(Checked.Stated row) {
        var before = current.get(row.state().code());
        var state = completed(row, before);
        var refused = refusal(row, state, before);
        if (refused != null) return refused;
        List<String> made = new ArrayList<>();
        for (var place : row.above()) {
            var known = current.get(place.code());
            // The file names districts only in passing, so it makes them and changes none that has a name.
            var settled = place.kind() == PlaceKind.DISTRICT && (named(known) || !named(place));
            if (known != null && (settled || place.says(known))) continue;
            change(row.line(), place, known);
            made.add(difference(place, known) + " " + place.code() + " " + place.nameZh());
        }
        if (before != null && state.says(before))
            return made.isEmpty()
                    ? new Unchanged(row.line(), state.code())
                    : new Accepted(row.line(), state.code(), "unchanged; " + String.join("; ", made));
        change(row.line(), state, before);
        made.addFirst(difference(state, before));
        return new Accepted(row.line(), state.code(), String.join("; ", made));
    }

    /** Whether a place has a name; one that nobody named is called by its code. */
    private static boolean named(@Nullable RegisterChange place) {
        return place instanceof PlaceState state && !state.nameZh().equals(state.code());
    }

    private void change(long line, RegisterChange state, @Nullable RegisterChange before) {
        changes.add(new Recorded(
                state, provenance.by(Register.activity(before != null, state)).from(origin.apply(line))));
        current.put(state.code(), state);
    }

    /** What the file leaves out stays as it is: English names, addresses, areas. */
    private static RegisterChange completed(Checked.Stated row, @Nullable RegisterChange before) {
        return switch (row.state()) {
            case PlaceState now
            when before instanceof PlaceState then ->
                new PlaceState(
                        now.code(),
                        now.kind(),
                        now.nameZh(),
                        now.nameEn() == null ? then.nameEn() : now.nameEn(),
                        within(row, then.within()),
                        now.from());
            case SiteState now
            when before instanceof SiteState then ->
                new SiteState(
                        now.code(),
                        now.siteClass(),
                        now.nameZh(),
                        now.nameEn() == null ? then.nameEn() : now.nameEn(),
                        now.address() == null ? then.address() : now.address(),
                        within(row, then.within()),
                        now.from());
            case PlaceState now -> now;
            case SiteState now -> now;
            case Closed closed -> closed;
        };
    }

    private static SortedSet<String> within(Checked.Stated row, Set<String> before) {
        var within = new TreeSet<>(row.state().within());
        // Division codes are digits alone; what else a place stood in is an area.
        if (row.keepsAreas())
            before.stream().filter(code -> !code.matches("\\d+")).forEach(within::add);
        return within;
    }

    private @Nullable Refused refusal(Checked.Stated row, RegisterChange state, @Nullable RegisterChange before) {
        var made = row.above().stream().map(PlaceState::code).toList();
        for (var place : state.within())
            if (!made.contains(place)
                    && !current.containsKey(place)
                    && (before == null || !before.within().contains(place)))
                return new Refused(
                        row.line(),
                        "in",
                        place,
                        "is not in the register",
                        "import the " + (place.matches("\\d+") ? "committees" : "areas") + " first");
        if (before == null && state instanceof SiteState site) {
            var owner = site.code().substring(0, site.code().indexOf('-'));
            if (!site.within().contains(owner))
                return new Refused(
                        row.line(),
                        "site_code",
                        site.code(),
                        "does not begin with the code of the place it is to stand in",
                        "begin a new site's code with that of its committee or street");
        }
        return null;
    }

    private static String name(RegisterChange change) {
        return switch (change) {
            case PlaceState place -> place.nameZh();
            case SiteState site -> site.nameZh();
            case Closed closed -> closed.code();
        };
    }

    private static String difference(RegisterChange now, @Nullable RegisterChange before) {
        if (before == null) return "made";
        List<String> parts = new ArrayList<>();
        if (!name(now).equals(name(before))) parts.add("renamed from " + name(before) + " to " + name(now));
        if (!now.within().equals(before.within())) parts.add("moved from " + before.within() + " to " + now.within());
        if (parts.isEmpty() || !Objects.equals(rest(now), rest(before))) parts.add("changed");
        return String.join(", ", parts);
    }

    private static List<@Nullable String> rest(RegisterChange change) {
        List<@Nullable String> rest = new ArrayList<>();
        switch (change) {
            case PlaceState place -> rest.add(place.nameEn());
            case SiteState site -> {
                rest.add(site.nameEn());
                rest.add(site.address());
                rest.add(site.siteClass());
            }
            case Closed _ -> rest.add(null);
        }
        return rest;
    }
}
