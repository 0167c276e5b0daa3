package org.plumbline.assessment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.plumbline.assessment.Assessor.Held;
import org.plumbline.fact.CurrentRecords;
import org.plumbline.fact.Knowledge;
import org.plumbline.ledger.Ledger;
import org.plumbline.rulebook.Assessment;
import org.plumbline.rulebook.json.AssessmentWriter;
import org.plumbline.standard.Editions;

/**
 * What was known at one time about another: the record of a site for a day, from what the ledger held at a moment, and that record held
 * against the editions. The same question gives the same bytes for good, as long as the rulebook is the same, whose hash the answer names.
 */
@ApplicationScoped
public class AsKnown {
    private final CurrentRecords records;
    private final Editions editions;
    private final Ledger ledger;

    AsKnown(CurrentRecords records, Editions editions, Ledger ledger) {
        this.records = records;
        this.editions = editions;
        this.ledger = ledger;
    }

    /**
     * What is asked.
     *
     * @param site code of the site
     * @param on the day that it is about
     * @param known the moment until which the ledger is read; null for all of it
     */
    public record Question(
            String site, LocalDate on, @Nullable Instant known) {}

    /**
     * The answer.
     *
     * @param position how much of the ledger it rests on
     * @param record the site's record as canonical JSON
     * @param held the record held against each edition for the site's class
     */
    public record Known(Question question, long position, String record, List<Held> held) {
        /** The assessment for an edition as canonical JSON, in the form of {@code plumbline assess}; empty when it is not for the site. */
        public Optional<String> assessment(String edition) {
            return held.stream()
                    .filter(one -> one.edition().key().equals(edition))
                    .map(Known::json)
                    .findFirst();
        }

        private static String json(Held one) {
            Assessment assessment = one.assessment();
            return AssessmentWriter.write(
                    assessment, one.edition().rulebookHash(), AssessmentWriter.stated(one.record()));
        }
    }

    /** Answers; empty when the register had no such site. */
    @Transactional
    public Optional<Known> of(Question question) {
        long position = question.known() == null ? ledger.head().length() : ledger.lengthAt(question.known());
        Knowledge known = records.known(List.of(question.site()), question.on(), position, position);
        Optional<String> siteClass =
                known.siteClass(question.site()).filter(found -> known.registered(question.site()));
        if (siteClass.isEmpty()) {
            return Optional.empty();
        }
        List<Held> held = new ArrayList<>();
        Assessor.hold(
                Assessor.alike(editions.all().values()),
                siteClass.get(),
                question.site(),
                known,
                question.on(),
                position,
                held::add);
        return known.record(question.site(), editions.list().getFirst().book(), position)
                .map(record -> new Known(question, position, record, List.copyOf(held)));
    }
}
