package org.plumbline.publication.page;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.plumbline.publication.view.Band;
import org.plumbline.publication.view.Basis;
import org.plumbline.publication.view.Check;
import org.plumbline.publication.view.Edition;
import org.plumbline.publication.view.Kind;
import org.plumbline.rulebook.Clause;
import org.plumbline.rulebook.GateWording;
import org.plumbline.rulebook.Obligation;
import org.plumbline.rulebook.Rulebook;
import org.plumbline.web.Text;

/** Parts of an edition as pages show them. */
final class Standards {
    private static final Map<String, Text> WORDS = Map.ofEntries(
            Map.entry("ModelStandard", new Text("示范标准", "Model standard")),
            Map.entry("GuidingTechnicalDocument", new Text("指导性技术文件", "Guiding technical document")),
            Map.entry("Recommended", new Text("推荐性", "recommended")),
            Map.entry("Mandatory", new Text("强制性", "mandatory")),
            Map.entry("Document", new Text("查阅资料", "documents")),
            Map.entry("Photo", new Text("拍照", "photographs")),
            Map.entry("Measure", new Text("测量", "measuring")),
            Map.entry("Log", new Text("查阅台账", "logs")),
            Map.entry("SystemData", new Text("系统数据", "system data")),
            Map.entry("Questionnaire", new Text("问卷", "questionnaire")),
            Map.entry("Interview", new Text("访谈", "interview")),
            Map.entry("Observe", new Text("现场查看", "looking on site")));

    private Standards() {}

    /** Words of the rulebook as pages take them. */
    static Text text(org.plumbline.rulebook.Text text) {
        return new Text(text.zh(), text.en());
    }

    /** A term of the standard language in words; an unknown one stands as it is. */
    static Text word(String term) {
        return WORDS.getOrDefault(term, Text.same(term));
    }

    /** An edition as far as a heading needs it. */
    static Edition head(org.plumbline.standard.Edition edition) {
        String[] key = edition.key().split("/", 2);
        return new Edition(
                key[0],
                key[1],
                edition.number(),
                text(edition.title()),
                word(edition.documentType()),
                edition.validFrom(),
                edition.validTo());
    }

    /** The bands of an edition, best first. */
    static List<Band> bands(Rulebook rulebook) {
        return rulebook.bands().stream().map(band -> band(rulebook, band)).toList();
    }

    /** The band with a name; the last of the edition for a site without a score, or a name it no longer has. */
    static Band band(List<Band> bands, @Nullable String name) {
        return bands.stream()
                .filter(band -> band.code().equals(name))
                .findFirst()
                .orElseGet(bands::getLast);
    }

    private static Band band(Rulebook rulebook, org.plumbline.rulebook.Band band) {
        return new Band(
                band.name(),
                shade(rulebook.bands().indexOf(band), rulebook.bands().size()),
                text(band.label()),
                band.stars(),
                BigDecimal.valueOf(band.leastScore(), 3),
                band.gates().stream()
                        .map(gate -> text(GateWording.of(rulebook, gate)))
                        .toList());
    }

    private static String shade(int rank, int bands) {
        return rank == bands - 1 ? "none" : Integer.toString(bands == 2 ? 5 : 5 - rank * 4 / (bands - 2));
    }

    /** The classes whose bits are set. */
    static List<Kind> kinds(Rulebook rulebook, long classes) {
        return IntStream.range(0, rulebook.classes().size())
                .filter(i -> (classes >> i & 1) == 1)
                .mapToObj(i -> rulebook.classes().get(i))
                .map(one -> new Kind(one.name(), text(one.label())))
                .toList();
    }

    /** All classes of an edition. */
    static List<Kind> kinds(Rulebook rulebook) {
        return kinds(rulebook, -1L);
    }

    /** A class by its name, labelled by the fact vocabulary. */
    static Kind kind(org.plumbline.standard.Edition edition, String name) {
        org.plumbline.rulebook.Text label = edition.book().classes().get(name);
        return new Kind(name, label == null ? Text.same(name) : text(label));
    }

    /** What a clause rests on. */
    static List<Basis> basis(org.plumbline.standard.Edition edition, int clause) {
        return edition.provisions().get(clause).bases().stream()
                .map(basis -> new Basis(
                        basis.document(),
                        basis.article(),
                        Basis.Mark.valueOf(basis.mark().name()),
                        basis.note() == null ? null : text(Objects.requireNonNull(basis.note()))))
                .toList();
    }

    /** How a clause is decided. */
    static Check check(Clause clause) {
        return clause.automatic() ? Check.AUTOMATIC : clause.judged() ? Check.JUDGED : Check.UNCODIFIED;
    }

    /** Points from thousandths. */
    static BigDecimal points(long thousandths) {
        return BigDecimal.valueOf(thousandths, 3);
    }

    /** The obligation of a clause: of its first case. */
    static Obligation obligation(Clause clause) {
        return clause.cases().getFirst().obligation();
    }

    /** The points of a clause: of its first case. */
    static BigDecimal points(Clause clause) {
        return points(clause.cases().getFirst().points());
    }

    /** Days in which a failure is to be put right, as an ISO period. */
    static String due(Clause clause) {
        return "P" + clause.dueDays() + "D";
    }
}
