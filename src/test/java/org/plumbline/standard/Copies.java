package org.plumbline.standard;

import java.util.Random;
import org.plumbline.rulebook.Datatype;
import org.plumbline.rulebook.Fact;
import org.plumbline.rulebook.Rulebook;
import org.plumbline.rulebook.SiteRecord;
import org.plumbline.rulebook.Subject;

/** Copies of records, whole or with facts deleted at random. */
public final class Copies {
    private Copies() {}

    static Subject of(Subject subject, Rulebook rulebook, int kind) {
        return copy(subject, rulebook, kind, null, 0);
    }

    /** A copy in which each observed fact, nested ones too, is missing with probability {@code share}. */
    public static SiteRecord without(SiteRecord record, Rulebook rulebook, double share, Random random) {
        return new SiteRecord(
                record.site(),
                record.siteClass(),
                copy(record.facts(), rulebook, Fact.SITE, random, share),
                record.judgements().clone());
    }

    private static Subject copy(Subject from, Rulebook rulebook, int kind, Random random, double share) {
        int slots = kind == Fact.SITE
                ? rulebook.siteSlots()
                : rulebook.kinds().get(kind).slots();
        Subject to = new Subject(from.id(), slots);
        for (Fact fact : rulebook.facts()) {
            int slot = fact.slot();
            if (fact.kind() != kind
                    || from.state(slot) == Subject.UNMEASURED
                    || random != null && random.nextDouble() < share) {
                continue;
            }
            String text = from.text(slot);
            if (from.state(slot) != Subject.VALUE) {
                to.mark(slot, from.state(slot), from.observed(slot));
            } else if (fact.type() == Datatype.RECORDS) {
                Subject[] records = from.records(slot).clone();
                for (int i = 0; i < records.length; i++) {
                    records[i] = copy(records[i], rulebook, fact.recordKind(), random, share);
                }
                to.put(slot, records, from.observed(slot));
            } else if (text != null) {
                to.put(slot, text, from.observed(slot));
            } else {
                to.put(slot, from.value(slot), from.observed(slot));
            }
        }
        return to;
    }
}
