package org.plumbline.standard;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.plumbline.rulebook.Clause;
import org.plumbline.rulebook.Fact;
import org.plumbline.rulebook.Outcome;
import org.plumbline.rulebook.Rulebook;
import org.plumbline.rulebook.SiteRecord;
import org.plumbline.rulebook.Subject;

/**
 * Some thousand sites in columns: code, class, facts and judgements. A record is made when it is asked for, so that no more of
 * them live at a time than there are threads.
 */
final class SiteBlock {
    private static final Outcome[] JUDGED = {null, Outcome.PASSED, Outcome.FAILED};

    private final Rulebook rulebook;
    private final long[] committees;
    private final byte[] classes;
    private final FactColumns facts;
    private final int[] judgedClauses;
    private final byte[][] judgements;

    /** The sites of these committees (twelve digits each), one for each. */
    SiteBlock(Rulebook rulebook, long[] committees, MadeUpSites sites) {
        this.rulebook = rulebook;
        this.committees = committees;
        classes = new byte[committees.length];
        facts = new FactColumns(rulebook, Fact.SITE, committees.length, new ArrayList<>());
        List<Clause> clauses = rulebook.clauses();
        judgedClauses = IntStream.range(0, clauses.size())
                .filter(clause -> clauses.get(clause).judged())
                .toArray();
        judgements = new byte[judgedClauses.length][committees.length];
        for (int i = 0; i < committees.length; i++) {
            classes[i] = (byte) rulebook.classIndex(siteClass(committees[i]));
            add(i, made(i, sites));
        }
        facts.trim();
    }

    /** By the number in its code a committee is one of residents (under 200, 400 to 499) or one of villagers. */
    private static String siteClass(long committee) {
        long number = committee % 1000;
        return number < 200 || number / 100 == 4 ? "RS" : "VS";
    }

    /** The record as it is made up; what its facts follow from is the committee's number. */
    SiteRecord made(int row, MadeUpSites sites) {
        SiteRecord made = sites.site("urn:site:" + code(row), classes[row], committees[row]);
        Subject subject = made.facts();
        for (Fact fact : rulebook.facts()) {
            if (fact.name().equals("siteCode") && subject.state(fact.slot()) == Subject.VALUE) {
                subject.put(fact.slot(), code(row), subject.observed(fact.slot()));
            }
        }
        return made;
    }

    private void add(int row, SiteRecord made) {
        facts.add(made.facts(), code(row));
        for (int i = 0; i < judgedClauses.length; i++) {
            Outcome outcome = made.judgements()[judgedClauses[i]];
            judgements[i][row] = (byte) (outcome == null ? 0 : outcome == Outcome.PASSED ? 1 : 2);
        }
    }

    /** How many sites there are. */
    int size() {
        return committees.length;
    }

    /** The first two digits of a site's code. */
    int province(int row) {
        return (int) (committees[row] / 10_000_000_000L);
    }

    private String code(int row) {
        return committees[row] + "-" + rulebook.classes().get(classes[row]).name() + "01";
    }

    /** The record of a site. */
    SiteRecord record(int row) {
        Outcome[] judged = new Outcome[rulebook.clauses().size()];
        for (int i = 0; i < judgedClauses.length; i++) {
            judged[judgedClauses[i]] = JUDGED[judgements[i][row]];
        }
        String code = code(row);
        return new SiteRecord("urn:site:" + code, classes[row], facts.subject(row, "", code), judged);
    }

    /** Bytes taken. */
    long bytes() {
        return facts.bytes() + (9L + judgedClauses.length) * committees.length;
    }
}
