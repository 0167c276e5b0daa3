package org.plumbline.place;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.plumbline.place.RegisterChange.Closed;
import org.plumbline.place.RegisterChange.PlaceState;
import org.plumbline.place.RegisterChange.SiteState;
import org.plumbline.rulebook.Text;

/** What a change of the register changes, in words. */
final class Difference {
    private Difference() {}

    static Text of(RegisterChange now, @Nullable RegisterChange before) {
        if (now instanceof Closed closed) return ended(closed);
        if (before == null) return new Text("新增", "made");
        if (before instanceof Closed) return new Text("恢复", "reopened");
        List<Text> parts = new ArrayList<>();
        if (!now.name().equals(before.name()))
            parts.add(new Text(
                    "由" + before.name() + "更名为" + now.name(), "renamed from " + before.name() + " to " + now.name()));
        if (!now.within().equals(before.within()))
            parts.add(new Text(
                    "由" + before.within() + "划入" + now.within(),
                    "moved from " + before.within() + " to " + now.within()));
        if (parts.isEmpty() || !Objects.equals(rest(now), rest(before))) parts.add(new Text("有修改", "changed"));
        return new Text(
                String.join("，", parts.stream().map(Text::zh).toList()),
                String.join(", ", parts.stream().map(Text::en).toList()));
    }

    private static Text ended(Closed closed) {
        if (closed.successors().isEmpty()) return new Text("撤销", "closed");
        var next = String.join(", ", closed.successors());
        return closed.successors().size() == 1
                ? new Text("并入 " + next, "merged into " + next)
                : new Text("拆分为 " + next, "split into " + next);
    }

    private static List<@Nullable Object> rest(RegisterChange change) {
        List<@Nullable Object> rest = new ArrayList<>();
        switch (change) {
            case PlaceState place -> {
                rest.add(place.names().en());
                rest.add(place.names().aliases());
                rest.add(place.codeEdition());
            }
            case SiteState site -> {
                rest.add(site.names().en());
                rest.add(site.names().aliases());
                rest.add(site.addresses());
                rest.add(site.siteClass());
            }
            case Closed _ -> rest.add(null);
        }
        return rest;
    }
}
