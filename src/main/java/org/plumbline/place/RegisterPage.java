package org.plumbline.place;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.plumbline.ledger.Provenance;
import org.plumbline.place.Register.Recorded;
import org.plumbline.place.RegisterChange.Closed;
import org.plumbline.place.RegisterChange.Names;
import org.plumbline.place.RegisterChange.PlaceState;
import org.plumbline.place.RegisterChange.SiteState;
import org.plumbline.place.RegisterRow.Checked;
import org.plumbline.place.RowAnswer.Accepted;
import org.plumbline.place.RowAnswer.At;
import org.plumbline.place.RowAnswer.Unchanged;
import org.plumbline.rulebook.Text;

/** A page of rows held against the register as it is, and what is new of them recorded. One use, within a transaction. */
final class RegisterPage {
    private final Register register;
    private final boolean preview;
    private final Provenance provenance;
    private final Function<At, Provenance.Origin> origin;
    private final Map<String, RegisterChange> current = new HashMap<>();
    private final List<Recorded> changes = new ArrayList<>();

    /**
     * A page.
     *
     * @param preview whether nothing is to be recorded, and the transaction will be rolled back
     */
    RegisterPage(Register register, boolean preview, Provenance provenance, Function<At, Provenance.Origin> origin) {
        this.register = register;
        this.preview = preview;
        this.provenance = provenance;
        this.origin = origin;
    }

    List<RowAnswer> record(List<Checked> rows) {
        // Before reading, so that two imports at once do not both make the same place.
        if (!preview) register.lock();
        var codes = codes(rows);
        current.putAll(register.ended(codes));
        current.putAll(register.current(codes));
        List<RowAnswer> answers = new ArrayList<>();
        for (var row : rows) {
            answers.add(
                    switch (row) {
                        case Checked.Bad(var refused) -> refused;
                        case Checked.Stated stated -> answer(stated);
                    });
        }
        settle();
        return answers;
    }

    /** Records what was found so far, so that the tables say it. */
    private void settle() {
        if (preview) register.tryOut(changes);
        else register.record(changes);
        changes.clear();
    }

    private static Set<String> codes(List<Checked> rows) {
        Set<String> codes = new LinkedHashSet<>();
        for (var row : rows) {
            if (!(row instanceof Checked.Stated stated)) continue;
            codes.add(stated.state().code());
            codes.addAll(stated.state().within());
            if (stated.state() instanceof Closed closed) codes.addAll(closed.successors());
            stated.above().forEach(place -> codes.add(place.code()));
        }
        return codes;
    }

    private RowAnswer answer(Checked.Stated row) {
        var before = current.get(row.state().code());
        var state = completed(row, before);
        var refused = new RegisterRules(row, current).refusal(state, before);
        if (refused != null) return refused;
        if (state instanceof Closed closed) return end(row, closed, before);
        List<Text> made = new ArrayList<>();
        for (var place : row.above()) above(row.at(), place, made);
        if (before != null && state.says(before)) {
            if (made.isEmpty()) return new Unchanged(row.at(), state.code());
            made.addFirst(new Text("没有变化", "unchanged"));
        } else {
            change(row.at(), state, before);
            made.addFirst(Difference.of(state, before));
        }
        return new Accepted(row.at(), state.code(), List.copyOf(made));
    }

    /** Streets and districts that committees' rows name in passing are made, and named or given an English name where they lack it. */
    private void above(At at, PlaceState place, List<Text> made) {
        var known = current.get(place.code());
        var state = place;
        if (known instanceof PlaceState there) {
            var unnamed = there.name().equals(there.code());
            var names = new Names(
                    unnamed ? place.name() : there.name(),
                    there.names().en() == null
                            ? place.names().en()
                            : there.names().en(),
                    there.names().aliases().isEmpty()
                            ? place.names().aliases()
                            : there.names().aliases());
            state = new PlaceState(
                    place.code(), there.kind(), names, there.codeEdition(), there.within(), place.from());
            if (state.says(there)) return;
        }
        change(at, state, known);
        var difference = Difference.of(state, known);
        made.add(new Text(
                difference.zh() + " " + place.code() + " " + place.name(),
                difference.en() + " " + place.code() + " " + place.name()));
    }

    /** What stood in a place moves to the one that continues it; what stands in it yet when it ends otherwise keeps it open. */
    private RowAnswer end(Checked.Stated row, Closed closed, @Nullable RegisterChange before) {
        if (before instanceof Closed) return new Unchanged(row.at(), closed.code());
        settle();
        var children = register.openIn(closed.code());
        if (!children.isEmpty() && closed.successors().size() != 1) return RegisterRules.inhabited(row, children);
        List<Text> done = new ArrayList<>(List.of(Difference.of(closed, before)));
        for (var child : children) {
            var within = new TreeSet<>(child.within());
            within.remove(closed.code());
            within.addAll(closed.successors());
            var moved = child instanceof PlaceState place
                    ? place.in(within, closed.from())
                    : ((SiteState) child).in(within, closed.from());
            change(row.at(), moved, child);
            done.add(new Text(child.code() + " 随之划入", child.code() + " moved along"));
        }
        change(row.at(), closed, before);
        return new Accepted(row.at(), closed.code(), List.copyOf(done));
    }

    private void change(At at, RegisterChange state, @Nullable RegisterChange before) {
        changes.add(new Recorded(
                state, provenance.by(Register.activity(before != null, state)).from(origin.apply(at))));
        current.put(state.code(), state);
    }

    /** What the file leaves out stays as it is: English names, aliases, addresses, areas, the edition of codes. */
    private static RegisterChange completed(Checked.Stated row, @Nullable RegisterChange before) {
        return switch (row.state()) {
            case PlaceState now
            when before instanceof PlaceState then ->
                new PlaceState(
                        now.code(),
                        now.kind(),
                        names(row, now.names(), then.names()),
                        now.codeEdition() == null ? then.codeEdition() : now.codeEdition(),
                        within(row, then.within()),
                        now.from());
            case SiteState now
            when before instanceof SiteState then ->
                new SiteState(
                        now.code(),
                        now.siteClass(),
                        names(row, now.names(), then.names()),
                        now.addresses().isEmpty() ? then.addresses() : now.addresses(),
                        within(row, then.within()),
                        now.from());
            case PlaceState now -> now;
            case SiteState now -> now;
            case Closed closed -> closed;
        };
    }

    private static Names names(Checked.Stated row, Names now, Names then) {
        return new Names(
                now.zh(),
                now.en() == null ? then.en() : now.en(),
                row.given().optional("aliases").isPresent() ? now.aliases() : then.aliases());
    }

    private static SortedSet<String> within(Checked.Stated row, Set<String> before) {
        var within = new TreeSet<>(row.state().within());
        // Division codes are digits alone; what else a place stood in is an area or a grid.
        if (!row.given().has("area_code"))
            before.stream().filter(code -> !code.matches("\\d+")).forEach(within::add);
        return within;
    }
}
