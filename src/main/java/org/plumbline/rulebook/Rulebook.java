package org.plumbline.rulebook;

import java.util.List;

/**
 * An edition compiled: all that a verdict depends on, and the words to say it.
 *
 * @param edition the edition's IRI, without a trailing slash
 * @param number its document number
 * @param title its title
 * @param classes site classes
 * @param kinds kinds of nested records
 * @param facts every fact reached, observed and derived; each fact's index is its number in the serialised form
 * @param siteSlots how many of them belong to the site itself
 * @param derivations derived facts in an order in which each follows those it reads, those of nested records first
 * @param chapters titles of chapters
 * @param clauses clauses in the order of the edition
 * @param bands bands, best first
 * @param vetoBand index of the band that a failed veto fixes
 * @param bonusCap most that May clauses can add, in thousandths
 * @param leastMeasuredShare share of the possible points (thousandths) below which a result is provisional
 * @param calendar working days
 */
public record Rulebook(
        String edition,
        String number,
        Text title,
        List<SiteClass> classes,
        List<RecordKind> kinds,
        List<Fact> facts,
        int siteSlots,
        List<Derivation> derivations,
        List<Chapter> chapters,
        List<Clause> clauses,
        List<Band> bands,
        int vetoBand,
        long bonusCap,
        long leastMeasuredShare,
        Calendar calendar) {

    /** Version of the serialised form and of the meaning of its parts. */
    public static final int VERSION = 1;

    /** A chapter: its number and title. */
    public record Chapter(String number, Text title) {}

    /** Index of the class called {@code name}, or -1. */
    public int classIndex(String name) {
        for (int i = 0; i < classes.size(); i++) {
            if (classes.get(i).name().equals(name)) {
                return i;
            }
        }
        return -1;
    }

    /** Index of the clause with {@code number}, or -1. */
    public int clauseIndex(String number) {
        for (int i = 0; i < clauses.size(); i++) {
            if (clauses.get(i).number().equals(number)) {
                return i;
            }
        }
        return -1;
    }

    /** The IRI of a clause of this edition. */
    public String clauseIri(String number) {
        return edition + "/clause/" + number;
    }

    /** A site of the class with index {@code siteClass} of which nothing is known. */
    public SiteRecord emptyRecord(String site, int siteClass) {
        return new SiteRecord(site, siteClass, new Subject("", siteSlots), new Outcome[clauses.size()]);
    }
}
