package org.plumbline.fact;

import io.quarkus.narayana.jta.QuarkusTransaction;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.plumbline.place.RegisterWords;

/**
 * The register as far as a file asks for it: memory and time follow the file, not the country. Closed sites and places too, for
 * what was observed before may arrive after. Call it outside a transaction.
 */
final class AskedRegister implements SiteLookup {
    private static final int AT_ONCE = 1_000;

    private final RegisterWords words;
    private final RegisterLookup loaded = RegisterLookup.empty();
    private final Set<String> asked = new HashSet<>();
    private final Set<String> askedNames = new HashSet<>();
    private final NameIndex present = new NameIndex();
    private final NameIndex former = new NameIndex();
    /** Sites that ever stood in a place, by its code. */
    private final Map<String, List<String>> inhabitants = new HashMap<>();

    AskedRegister(RegisterWords words) {
        this.words = words;
    }

    @Override
    public void prepare(Collection<String> codes) {
        List<String> wanted =
                codes.stream().distinct().filter(asked::add).sorted().toList();
        for (int from = 0; from < wanted.size(); from += AT_ONCE) {
            List<String> some = wanted.subList(from, Math.min(wanted.size(), from + AT_ONCE));
            QuarkusTransaction.requiringNew().run(() -> loaded.add(some));
        }
    }

    @Override
    public void prepareNames(Collection<String> names) {
        NameIndex.Wanted wanted = new NameIndex.Wanted();
        boolean any = false;
        for (String name : names) {
            if (askedNames.add(name)) {
                wanted.add(name);
                any = true;
            }
        }
        if (!any) {
            return;
        }
        // What goes by a name that was asked for before is found again and stands there once.
        List<String> fitting = new ArrayList<>();
        words.each(one -> {
            if (one.names().stream().anyMatch(wanted::fits)) {
                fitting.add(one.code());
                (one.present() ? present : former).add(one.code(), one.names().toArray(String[]::new));
            }
        });
        prepare(fitting);
    }

    @Override
    public Optional<Known> find(String code) {
        prepare(List.of(code));
        return loaded.find(code);
    }

    @Override
    public List<String> holders(String site, String kind, LocalDate on) {
        prepare(List.of(site));
        return loaded.holders(site, kind, on);
    }

    /** Codes of those that go by a name; of those that are closed only when no other does. */
    @Override
    public List<String> named(String name) {
        prepareNames(List.of(name));
        List<String> now = present.find(name);
        return now.isEmpty() ? former.find(name) : now;
    }

    @Override
    public List<String> sitesIn(String place, LocalDate on) {
        return inhabitants.computeIfAbsent(place, this::ever).stream()
                .filter(site -> loaded.open(site, on) && loaded.around(site, on).contains(place))
                .toList();
    }

    private List<String> ever(String place) {
        Set<String> codes = new TreeSet<>(QuarkusTransaction.requiringNew().call(() -> RegisterLookup.everIn(place)));
        prepare(codes);
        List<String> sites = new ArrayList<>();
        codes.forEach(code -> loaded.find(code).filter(one -> !one.place()).ifPresent(one -> sites.add(one.code())));
        return sites;
    }

    @Override
    public Optional<String> nearest(String code) {
        int most = Spelling.most(code);
        return Spelling.nearest(code, words.like(Spelling.folded(code), most));
    }

    @Override
    public boolean standalone() {
        return false;
    }

    /** How many sites and places stand in memory. */
    int size() {
        return loaded.size();
    }
}
