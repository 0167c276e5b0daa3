package org.plumbline.publication.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plumbline.publication.view.ChapterResult;
import org.plumbline.publication.view.ClauseResult;
import org.plumbline.publication.view.FactUsed;
import org.plumbline.publication.view.Settling;
import org.plumbline.publication.view.Tally;
import org.plumbline.rulebook.Clause;
import org.plumbline.rulebook.Obligation;
import org.plumbline.rulebook.Outcome;
import org.plumbline.rulebook.Rulebook;
import org.plumbline.standard.Edition;
import org.plumbline.standard.FactDefinition;
import org.plumbline.web.Text;

/** The clauses and chapters of one published assessment. */
final class ClauseResults {
    private static final Text JUDGE = new Text("需要现场判定。", "It needs a judgement on site.");

    private final Edition edition;
    private final Rulebook rulebook;
    private final Verdict verdict;
    private final UsedFacts facts;
    private final int siteClass;

    ClauseResults(Edition edition, Verdict verdict, UsedFacts facts, int siteClass) {
        this.edition = edition;
        this.rulebook = edition.rulebook();
        this.verdict = verdict;
        this.facts = facts;
        this.siteClass = siteClass;
    }

    /** One result for each clause, in the order of the standard; clauses that came later than the publication are left out. */
    List<ClauseResult> all() {
        List<ClauseResult> all = new ArrayList<>();
        for (int i = 0; i < rulebook.clauses().size(); i++) {
            if (verdict.has(rulebook.clauses().get(i).number())) {
                all.add(one(i));
            }
        }
        return all;
    }

    private ClauseResult one(int index) {
        Clause clause = rulebook.clauses().get(index);
        String number = clause.number();
        Outcome outcome = verdict.outcome(number);
        Obligation obligation = verdict.obligation(number);
        Text sentence = verdict.sentence(number);
        boolean failed = outcome == Outcome.FAILED;
        return new ClauseResult(
                number,
                Standards.head(edition).clause(number),
                Standards.text(clause.plain()),
                Standards.text(clause.text()),
                obligation == null ? Standards.obligation(clause) : obligation,
                clause.veto(),
                clause.severity(),
                Standards.due(clause),
                outcome,
                verdict.points(number, "points"),
                verdict.points(number, "earned"),
                outcome == Outcome.PASSED || failed ? judged(number) : sentence,
                failed ? List.of(sentence) : List.of(),
                facts(index, outcome),
                Standards.basis(edition, index));
    }

    private List<FactUsed> facts(int index, Outcome outcome) {
        return outcome == Outcome.INAPPLICABLE || siteClass < 0 ? List.of() : facts.of(index, siteClass);
    }

    /** The reason that a person gave, in that person's words. */
    private @Nullable Text judged(String clause) {
        return verdict.judgement(clause).get("reason") instanceof String reason ? Text.same(reason) : null;
    }

    /** Results by chapter. */
    List<ChapterResult> chapters(List<ClauseResult> results) {
        List<ChapterResult> chapters = new ArrayList<>();
        for (int i = 0; i < rulebook.chapters().size(); i++) {
            int chapter = i;
            Rulebook.Chapter head = rulebook.chapters().get(i);
            List<ClauseResult> own = results.stream()
                    .filter(result -> rulebook.clauses()
                                    .get(rulebook.clauseIndex(result.number()))
                                    .chapter()
                            == chapter)
                    .toList();
            chapters.add(new ChapterResult(
                    head.number(),
                    Standards.text(head.title()),
                    tally(own),
                    verdict.chapter(head.number(), "earned"),
                    verdict.chapter(head.number(), "points"),
                    verdict.chapterScore(head.number())));
        }
        return chapters;
    }

    private static Tally tally(List<ClauseResult> results) {
        return new Tally(
                count(results, Outcome.PASSED),
                count(results, Outcome.FAILED),
                count(results, Outcome.CANT_TELL),
                count(results, Outcome.UNTESTED),
                count(results, Outcome.INAPPLICABLE));
    }

    private static long count(List<ClauseResult> results, Outcome outcome) {
        return results.stream().filter(result -> result.outcome() == outcome).count();
    }

    /** The fewest facts that would settle the band, each with the open clauses that wait for it. */
    List<Settling> settles() {
        List<Settling> settles = new ArrayList<>();
        for (String name : verdict.names("settles")) {
            FactDefinition fact = edition.book().facts().get(name);
            int clause = rulebook.clauseIndex(name);
            if (fact != null) {
                org.plumbline.rulebook.Text asked = fact.question() == null ? fact.label() : fact.question();
                List<String> waiting = rulebook.clauses().stream()
                        .map(Clause::number)
                        .filter(verdict::has)
                        .filter(number -> verdict.needs(number).contains(name))
                        .toList();
                settles.add(settling(name, Standards.text(fact.label()), Standards.text(asked), waiting));
            } else if (clause >= 0) {
                Text plain = Standards.text(rulebook.clauses().get(clause).plain());
                settles.add(settling(name, plain, JUDGE, List.of(name)));
            }
        }
        return settles;
    }

    private Settling settling(String name, Text label, Text question, List<String> clauses) {
        return new Settling(
                name,
                label,
                question,
                clauses,
                clauses.stream().map(Standards.head(edition)::clause).toList());
    }

    /** The clauses by number. */
    static Map<String, ClauseResult> byNumber(List<ClauseResult> results) {
        return results.stream().collect(java.util.stream.Collectors.toMap(ClauseResult::number, one -> one));
    }
}
