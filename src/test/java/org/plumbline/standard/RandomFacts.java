package org.plumbline.standard;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.plumbline.rulebook.CodeList;
import org.plumbline.rulebook.Datatype;
import org.plumbline.rulebook.Fact;
import org.plumbline.rulebook.Micros;
import org.plumbline.rulebook.Outcome;
import org.plumbline.rulebook.Rulebook;
import org.plumbline.rulebook.SiteRecord;
import org.plumbline.rulebook.Subject;

/** Random records of facts for an edition: often right on a threshold of its clauses or one step beside it. */
public final class RandomFacts {
    private static final String[] TEXTS = {
        "", "A1", "B22", "abc", "abcabc", "110", "310112001001-RS01", "准绳", "2026 Nr 7"
    };

    private final Edition edition;
    private final Rulebook rulebook;
    private final Thresholds thresholds = new Thresholds();
    private final Random random;

    public RandomFacts(Edition edition, Random random) {
        this.edition = edition;
        this.random = random;
        rulebook = edition.rulebook();
        rulebook.clauses().forEach(thresholds::add);
        rulebook.derivations().forEach(one -> {
            thresholds.add(one.measuredWhen());
            if (one.aggregate() != null) {
                thresholds.add(one.aggregate().where());
            }
        });
    }

    /** What a record holds besides plain values. */
    public record Mix(double missing, double none, double disputed, boolean aged, boolean judged) {
        /** Every fact measured or observed none, today. */
        public static final Mix COMPLETE = new Mix(0, 0.15, 0, false, false);
        /** Everything that can happen to a record. */
        public static final Mix WILD = new Mix(0.2, 0.1, 0.05, true, true);
    }

    /** A record of a site of a class. */
    public SiteRecord record(String site, int siteClass, int onDay, Mix mix) {
        SiteRecord record = rulebook.emptyRecord(site, siteClass);
        fill(record.facts(), Fact.SITE, onDay, mix);
        for (int i = 0; mix.judged && i < rulebook.clauses().size(); i++) {
            if (rulebook.clauses().get(i).judged() && random.nextInt(3) > 0) {
                record.judgements()[i] = random.nextBoolean() ? Outcome.PASSED : Outcome.FAILED;
            }
        }
        return record;
    }

    /** A copy of {@code record} in which every fact not measured is. */
    SiteRecord complete(SiteRecord record, int onDay) {
        SiteRecord copy = new SiteRecord(
                record.site(),
                record.siteClass(),
                Copies.of(record.facts(), rulebook, Fact.SITE),
                record.judgements().clone());
        complete(copy.facts(), Fact.SITE, onDay);
        return copy;
    }

    private void complete(Subject subject, int kind, int onDay) {
        for (Fact fact : rulebook.facts()) {
            if (fact.kind() == kind && fact.role() == Fact.Role.OBSERVED) {
                if (subject.state(fact.slot()) == Subject.UNMEASURED) {
                    put(fact, subject, onDay, Mix.COMPLETE);
                } else if (fact.type() == Datatype.RECORDS) {
                    for (Subject one : subject.records(fact.slot())) {
                        complete(one, fact.recordKind(), onDay);
                    }
                }
            }
        }
    }

    private void fill(Subject subject, int kind, int onDay, Mix mix) {
        for (Fact fact : rulebook.facts()) {
            if (fact.kind() == kind && fact.role() == Fact.Role.OBSERVED && random.nextDouble() >= mix.missing) {
                put(fact, subject, onDay, mix);
            }
        }
    }

    private void put(Fact fact, Subject subject, int onDay, Mix mix) {
        int day = mix.aged ? onDay - random.nextInt(random.nextInt(4) == 0 ? 1500 : 200) : onDay;
        FactDefinition definition = edition.book().facts().get(fact.name());
        if (random.nextDouble() < mix.disputed && fact.kind() == Fact.SITE) {
            subject.mark(fact.slot(), Subject.DISPUTED, day);
        } else if (definition != null && definition.mayBeNone() && random.nextDouble() < mix.none) {
            subject.mark(fact.slot(), Subject.NONE, day);
        } else if (fact.type() == Datatype.RECORDS) {
            putRecords(fact, subject, onDay, day, mix);
        } else if (fact.type() == Datatype.TEXT) {
            List<String> known = new ArrayList<>(thresholds.texts.getOrDefault(fact.name(), new TreeSet<>()));
            known.addAll(List.of(TEXTS));
            subject.put(fact.slot(), known.get(random.nextInt(known.size())), day);
        } else {
            subject.put(fact.slot(), value(fact, onDay), day);
        }
    }

    private void putRecords(Fact fact, Subject subject, int onDay, int day, Mix mix) {
        int count = random.nextInt(5);
        if (count == 0) {
            subject.mark(fact.slot(), Subject.NONE, day);
            return;
        }
        Subject[] records = new Subject[count];
        for (int i = 0; i < count; i++) {
            records[i] =
                    new Subject("r" + i, rulebook.kinds().get(fact.recordKind()).slots());
            fill(records[i], fact.recordKind(), onDay, mix);
        }
        subject.put(fact.slot(), records, day);
    }

    private long value(Fact fact, int onDay) {
        List<Long> near = List.copyOf(thresholds.values.getOrDefault(fact.name(), new TreeSet<>()));
        boolean pick = !near.isEmpty() && random.nextInt(3) > 0;
        return switch (fact.type()) {
            case BOOLEAN -> random.nextInt(2);
            case CODE -> pick ? near.get(random.nextInt(near.size())) : random.nextInt(size(fact));
            case CODES -> codes(fact, near);
            case DATE ->
                pick
                        ? near.get(random.nextInt(near.size())) + random.nextInt(3) - 1
                        : onDay - random.nextInt(900) + 200;
            default -> number(fact, pick ? near.get(random.nextInt(near.size())) : null);
        };
    }

    private long codes(Fact fact, List<Long> near) {
        long bits = 0;
        for (long code : near) {
            bits |= random.nextInt(8) > 0 ? 1L << code : 0;
        }
        for (int i = random.nextInt(3); i > 0; i--) {
            bits |= 1L << random.nextInt(size(fact));
        }
        return bits == 0 ? 1 : bits;
    }

    private static int size(Fact fact) {
        CodeList list = fact.codes();
        return list == null ? 1 : list.codes().size();
    }

    private long number(Fact fact, Long near) {
        long unit = fact.type() == Datatype.INTEGER ? Micros.ONE : 1;
        if (near != null) {
            return Math.clamp(near / unit * unit + (random.nextInt(3) - 1) * unit, fact.least(), fact.most());
        }
        long span = fact.most() / unit - fact.least() / unit + 1;
        // Small numbers more often than large ones, hundredths more often than millionths.
        long size = 1L << random.nextInt(1, 63 - Long.numberOfLeadingZeros(Math.max(4, span)));
        long value = fact.least() + random.nextLong(Math.min(size, span)) * unit;
        return unit == 1 && random.nextInt(4) > 0 ? value / 10_000 * 10_000 : value;
    }
}
