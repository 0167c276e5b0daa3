package org.plumbline.standard;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.plumbline.rdf.PL;
import org.plumbline.rulebook.Clause;
import org.plumbline.rulebook.Obligation;
import org.plumbline.rulebook.Rulebook;

/**
 * Whether wording and obligation of a clause say the same, by the modal words of GB/T 1.1-2020 annex C: 应 shall, 宜 should, 可
 * may. It warns only where another clause's word is sure to stand in the wording and its own does not.
 */
final class ModalWords {
    /** Words in which the signs are no modal words; 提供应, 影响应 and the like end in one. */
    private static final String NEVER = "相应|(?<!提)供应|(?<!影)响应|应急|(?<![核校])对应(?!当)|(?<![时成有])效应|适应|反应|感应|呼应|顺应"
            + "|(?<!收)回应|应届|应聘|应邀|应激|一应俱全|适宜|便宜|相宜|制宜|(?<!办)事宜|宜居|宜业|宜游|宜人(?![工员数均])"
            + "|可能|许可|认可|可靠|可持续|可行性|可燃";

    /** Words in which they may be; 可 is sure only before what a permission commonly goes on with. */
    private static final String PERHAPS = "应对|应用|应答|应付|应变|应收|应有尽有|[方即均亦皆不]可|可(?!根据|按|由|设|采[用取]|结合|与|在(?!线)|通过"
            + "|兼|适当|合并|另|委托|增|配|向|选|作为|利用|视情|视需|参照|不[设配作])";

    /** The term of an obligation, its word, and all words that say as much. */
    private record Modal(String term, String word, String said) {}

    /** In the order of {@link Obligation}. */
    private static final List<Modal> MODALS = List.of(
            new Modal("pl:Shall", "应", "应|必须|不得|禁止|严禁|不准"),
            new Modal("pl:Should", "宜", "宜|鼓励|提倡|倡导|推荐|建议"),
            new Modal("pl:May", "可", "可|允许|不必|无需|无须"));

    private ModalWords() {}

    /** Warns of each wording in {@code rulebook} that disagrees with the obligation of its clause or case. */
    static void check(Reading reading, Rulebook rulebook) {
        for (Clause clause : rulebook.clauses()) {
            reading.about("clause " + clause.number());
            Node node = Reading.iri(rulebook.clauseIri(clause.number()));
            List<Node> cases = reading.all(node, PL.term("cases")).stream()
                    .flatMap(list -> reading.list(list).stream())
                    .toList();
            for (int i = 0; i < clause.cases().size(); i++) {
                Clause.Case one = clause.cases().get(i);
                String others = others(one.obligation(), (one.text() == null ? clause.text() : one.text()).zh());
                if (!others.isEmpty()) {
                    Modal own = MODALS.get(one.obligation().ordinal());
                    reading.warning(
                            one.text() == null ? node : cases.get(i),
                            PL.term("text"),
                            "The wording says " + others + " and not " + own.word + ", but the obligation is "
                                    + own.term
                                    + ", so that people read another duty than is counted. Correct pl:text or pl:obligation "
                                    + "(应 pl:Shall, 宜 pl:Should, 可 pl:May).");
                }
            }
        }
        reading.about("");
    }

    /** The modal words of other obligations in a wording that lacks its own; empty when the two agree. */
    static String others(Obligation obligation, String zh) {
        String words = zh.replaceAll(NEVER, "_");
        String sure = words.replaceAll(PERHAPS, "_");
        Modal own = MODALS.get(obligation.ordinal());
        boolean said = Arrays.stream(own.said.split("\\|")).anyMatch(words::contains);
        return said
                ? ""
                : MODALS.stream().map(Modal::word).filter(sure::contains).collect(Collectors.joining(" and "));
    }
}
