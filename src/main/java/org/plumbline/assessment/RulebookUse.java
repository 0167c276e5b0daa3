package org.plumbline.assessment;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.quarkus.panache.common.Sort;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Optional;

/** From where in the ledger on an edition is held in a certain form: the wording of rules can be mended between two versions. */
@Entity
@Table(name = "rulebook_use")
@IdClass(RulebookUse.Key.class)
class RulebookUse extends PanacheEntityBase {
    /** The edition's key, such as model-station/2026. */
    @Id
    String edition;

    /** Position of the ledger after which it is held in this form. */
    @Id
    long since;

    /** Hash of the rulebook. */
    String rulebook;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    protected RulebookUse() {}

    private RulebookUse(String edition, long since, String rulebook) {
        this.edition = edition;
        this.since = since;
        this.rulebook = rulebook;
    }

    /** What names a use. */
    record Key(String edition, long since) implements Serializable {}

    /** The position since which {@code rulebook} is in use; {@code now} when it was not until now, which is noted. */
    static long since(String edition, String rulebook, long now) {
        Optional<RulebookUse> latest =
                find("edition = ?1", Sort.descending("since"), edition).firstResultOptional();
        if (latest.isPresent() && (latest.get().rulebook.equals(rulebook) || latest.get().since == now)) {
            latest.get().rulebook = rulebook;
            return latest.get().since;
        }
        new RulebookUse(edition, now, rulebook).persist();
        return now;
    }
}
