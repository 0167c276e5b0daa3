package org.plumbline.place;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.plumbline.ledger.Follower;
import org.plumbline.ledger.Iris;
import org.plumbline.ledger.Kind;
import org.plumbline.ledger.LedgerEntry;

/** The register's tables. They come first of what follows the ledger, for facts are stated of sites. */
@ApplicationScoped
@Priority(30)
class RegisterTables implements Follower {
    private final Iris iris;

    RegisterTables(Iris iris) {
        this.iris = iris;
    }

    @Override
    public void follow(List<LedgerEntry> entries) {
        if (entries.getFirst().kind() == Kind.REGISTER) {
            new RegisterProjection(iris).apply(entries);
        }
    }

    @Override
    public void clear() {
        Succession.deleteAll();
        Membership.deleteAll();
        Site.deleteAll();
        Place.deleteAll();
    }

    @Override
    public SortedMap<String, String> tables() {
        return new TreeMap<>(Map.of(
                "place", "code",
                "site", "code",
                "membership", "child, parent, valid_from",
                "succession", "code, successor"));
    }
}
