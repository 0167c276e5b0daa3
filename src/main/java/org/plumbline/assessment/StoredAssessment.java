package org.plumbline.assessment;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.plumbline.rulebook.Assessment;
import org.plumbline.rulebook.Band;
import org.plumbline.rulebook.ClauseResult;
import org.plumbline.rulebook.Reason;
import org.plumbline.rulebook.Score;
import org.plumbline.standard.Edition;

/**
 * What came of holding a site against an edition, from the entry of the ledger on that changed it. Rulebook, position and date
 * are enough to repeat the whole assessment. Derived from the ledger.
 */
@Entity
@Table(name = "assessment")
@IdClass(StoredAssessment.Key.class)
public class StoredAssessment extends PanacheEntityBase {
    /** The site's code. */
    @Id
    public String site;

    /** The edition's key, such as model-station/2026. */
    @Id
    public String edition;

    /** Position of the entry that changed the result. */
    @Id
    @Column(name = "ledger_position")
    public long position;

    /** Hash of the rulebook. */
    public String rulebook;

    /** The class that the site had. */
    @Column(name = "site_class")
    public String siteClass;

    /** The day for which it holds: that on which the entry was recorded. */
    @Column(name = "on_date")
    public LocalDate on;

    /** Hundredths of a point; null when no points were possible. */
    public @Nullable Integer score;

    /** The score if everything open failed, as {@link #score}. */
    public @Nullable Integer low;

    /** The score if everything open passed, as {@link #score}. */
    public @Nullable Integer high;

    /** Name of the band, if any. */
    public @Nullable String band;

    /** By number of the clause the outcome, in terms of EARL; without those for other classes. */
    @JdbcTypeCode(SqlTypes.JSON)
    public Map<String, String> outcomes;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    protected StoredAssessment() {}

    StoredAssessment(
            String site, String siteClass, Edition edition, Assessment assessment, long position, LocalDate on) {
        this.site = site;
        this.siteClass = siteClass;
        this.edition = edition.key();
        this.position = position;
        this.on = on;
        rulebook = edition.rulebookHash();
        score = hundredths(assessment.score());
        low = hundredths(assessment.scoreLow());
        high = hundredths(assessment.scoreHigh());
        Band reached = assessment.band();
        band = reached == null ? null : reached.name();
        outcomes = new TreeMap<>();
        for (ClauseResult result : assessment.results()) {
            if (result.reason() != Reason.OTHER_CLASS) {
                outcomes.put(
                        assessment.rulebook().clauses().get(result.clause()).number(),
                        result.outcome().term());
            }
        }
    }

    /** What names one. */
    public record Key(String site, String edition, long position) implements Serializable {}

    private static @Nullable Integer hundredths(Score score) {
        return score.exists() ? Math.toIntExact(score.hundredths()) : null;
    }

    /** Whether the same came of it. */
    boolean sameAs(StoredAssessment other) {
        return siteClass.equals(other.siteClass)
                && Objects.equals(score, other.score)
                && Objects.equals(low, other.low)
                && Objects.equals(high, other.high)
                && Objects.equals(band, other.band)
                && outcomes.equals(other.outcomes);
    }

    /** The latest of each of these sites for an edition, among those after a position of the ledger. */
    static List<StoredAssessment> latest(Collection<String> sites, String edition, long since) {
        return list(
                "from StoredAssessment a where a.site in ?1 and a.edition = ?2 and a.position > ?3 and a.position ="
                        + " (select max(b.position) from StoredAssessment b where b.site = a.site and b.edition = a.edition)",
                sites,
                edition,
                since);
    }

    /** How the result of a site for an edition changed, oldest first. */
    public static List<StoredAssessment> of(String site, String edition) {
        return list("site = ?1 and edition = ?2 order by position", site, edition);
    }
}
