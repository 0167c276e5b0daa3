package org.plumbline.fact;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.plumbline.rdf.F;
import org.plumbline.rdf.Literals;
import org.plumbline.rdf.PL;
import org.plumbline.rdf.Sources;
import org.plumbline.rulebook.Datatype;
import org.plumbline.standard.FactBook;
import org.plumbline.standard.FactDefinition;
import org.plumbline.table.TableFile;
import org.plumbline.table.UnreadableFile;

/**
 * Writes a graph of facts (Turtle, N-Triples, JSON-LD) over into tables of the form. What it cannot write over refuses the row
 * that it belongs to, so that nothing of the graph is lost without a word.
 */
final class GraphTables {
    private static final Set<String> ENDINGS = Set.of("ttl", "nt", "jsonld");
    private static final int LARGEST = 32 << 20;
    /** Relative names are those of sites: {@code <310112001001-RS01>}. */
    private static final String BASE = "https://w3id.org/plumbline/example/id/site/";

    private static final int MOST_SHOWN = 5;

    private static final Set<Node> OF_A_SITE =
            Set.of(PL.OBSERVATION, PL.JUDGEMENT, PL.OBSERVED_NONE, PL.OBSERVED_ON, PL.SOURCE);

    /** What a subject is. */
    private enum Role {
        SITE,
        /** A record that no site lists. */
        STRAY,
        /** Something that says nothing of facts, such as the description of a data set. */
        OTHER
    }

    private final GraphFile file;
    private final Transcript transcript;
    private final SiteLookup lookup;
    /** What stands below a site: records, observations and judgements. */
    private final Set<Node> nested = new HashSet<>();

    private GraphTables(GraphFile file, Transcript transcript, SiteLookup lookup) {
        this.file = file;
        this.transcript = transcript;
        this.lookup = lookup;
    }

    /** Whether the name of a file says that it is a graph. */
    static boolean isGraph(TableFile file) {
        return ENDINGS.contains(ending(file));
    }

    private static String ending(TableFile file) {
        String name = file.name().toLowerCase(Locale.ROOT);
        return name.substring(name.lastIndexOf('.') + 1);
    }

    /**
     * Writes a graph over.
     *
     * @throws UnreadableFile when it cannot be read to its end, is too large, or says nothing of facts
     */
    static Incoming read(TableFile file, FactForm form, SiteLookup lookup) throws UnreadableFile {
        if (file.bytes().length > LARGEST) {
            throw new UnreadableFile(
                    file.name() + " 超过32 MB。请拆成几个文件。",
                    file.name() + " has more than 32 MB. Split it into several files.");
        }
        Sources sources = new Sources();
        boolean json = ending(file).equals("jsonld");
        if (json) {
            sources.readJson(file.name(), file.bytes(), BASE);
        } else {
            sources.read(file.name(), file.bytes(), BASE);
        }
        whole(sources, json);
        Transcript transcript = new Transcript(form);
        GraphTables tables = new GraphTables(new GraphFile(file.name(), sources, json), transcript, lookup);
        tables.write();
        if (transcript.empty()) {
            throw new UnreadableFile(
                    file.name()
                            + " 里没有站点的事实。请写成 <…/id/site/编号> a f:RS ; pl:observedOn … ; pl:source … ; f:floorArea 480 .",
                    file.name()
                            + " says nothing of the facts of a site. Write <…/id/site/CODE> a f:RS ; pl:observedOn … ;"
                            + " pl:source … ; f:floorArea 480 .");
        }
        return transcript.incoming();
    }

    /** A value that is none of its datatype is told at its row; anything else broken ends the reading. */
    private static void whole(Sources sources, boolean json) throws UnreadableFile {
        List<Sources.Broken> broken = sources.broken().stream()
                .filter(one -> !one.message().startsWith("Lexical form"))
                .toList();
        if (!broken.isEmpty()) {
            Sources.Broken first = broken.getFirst();
            String more = broken.size() == 1 ? "" : " (+" + (broken.size() - 1) + ")";
            String words = Literals.shown(first.message(), 400) + more;
            throw new UnreadableFile(
                    first.place() + " 处不是合格的" + (json ? " JSON-LD" : " Turtle") + "，所以什么都没有记录：" + words,
                    first.place() + ": this is not " + (json ? "JSON-LD" : "Turtle")
                            + ", so that nothing was recorded: " + words);
        }
    }

    private void write() {
        FactBook book = transcript.form().book();
        file.sources().graph().stream().forEach(triple -> nest(book, triple));
        List<Node> others = new ArrayList<>();
        for (Node subject : file.subjects()) {
            if (!nested.contains(subject)) {
                switch (role(book, subject)) {
                    case SITE -> new GraphSite(file, transcript, lookup, subject).write();
                    case STRAY -> new GraphRecord(file, transcript, lookup).stray(subject);
                    case OTHER -> others.add(subject);
                }
            }
        }
        circles();
        others(others);
        passedOver();
    }

    private void nest(FactBook book, Triple triple) {
        Node object = triple.getObject();
        if (object.isLiteral()) {
            return;
        }
        FactDefinition fact = book.fact(triple.getPredicate());
        boolean record = fact != null && fact.type() == Datatype.RECORDS;
        if (triple.getPredicate().equals(PL.VALUE)) {
            record = file.objects(triple.getSubject(), PL.FACT).stream().anyMatch(named -> {
                FactDefinition of = book.fact(named);
                return of != null && of.type() == Datatype.RECORDS;
            });
        }
        if (record
                || triple.getPredicate().equals(PL.OBSERVATION)
                || triple.getPredicate().equals(PL.JUDGEMENT)) {
            nested.add(object);
        }
    }

    private Role role(FactBook book, Node subject) {
        if (file.objects(subject, RDF.type.asNode()).contains(PL.SUBMISSION)) {
            return Role.OTHER;
        }
        boolean member = false;
        boolean site = false;
        for (Triple triple : file.triples(subject)) {
            Node named = triple.getPredicate().equals(RDF.type.asNode()) ? triple.getObject() : triple.getPredicate();
            FactDefinition fact = book.fact(named);
            boolean kind = named.isURI() && book.recordKinds().containsKey(GraphFile.local(named));
            if (fact != null && fact.of() != null || kind && named.getURI().startsWith(F.NS)) {
                member = true;
            } else {
                site |= named.isURI() && named.getURI().startsWith(F.NS) || OF_A_SITE.contains(named);
            }
        }
        return site ? Role.SITE : member ? Role.STRAY : Role.OTHER;
    }

    /** Nodes that stand below each other in a circle belong to no site. */
    private void circles() {
        Set<Node> lost = new LinkedHashSet<>(file.subjects());
        lost.retainAll(nested);
        lost.removeIf(file::seen);
        if (!lost.isEmpty()) {
            Node first = lost.iterator().next();
            transcript.fault(
                    file.row(first),
                    file.shown(first) + " 等" + lost.size() + "个节点互相嵌套，或只挂在没有内容的节点下，看不出属于哪个站点。请把它们挂到站点下面。",
                    file.shown(first) + " and " + (lost.size() - 1)
                            + " more stand below each other, or below what is no site, so that nobody knows whose they are:"
                            + " state them below a site.");
        }
    }

    private void others(List<Node> others) {
        if (!others.isEmpty()) {
            String shown = String.join(
                    ", ", others.stream().limit(MOST_SHOWN).map(file::shown).toList());
            String more = others.size() > MOST_SHOWN ? " …" : "";
            transcript.note(
                    file.row(others.getFirst()),
                    "有" + others.size() + "个主语不是站点的事实，没有记录：" + shown + more,
                    others.size() + " subjects say nothing of the facts of a site and are not recorded: " + shown
                            + more);
        }
    }

    private void passedOver() {
        Map<String, Integer> passed = new LinkedHashMap<>(file.passed());
        if (!passed.isEmpty()) {
            List<String> shown = new ArrayList<>();
            passed.forEach((property, times) -> shown.add(property + " ×" + times));
            transcript.note(
                    file.whole(),
                    "以下说明性属性不是事实，没有记录：" + String.join("，", shown) + "。",
                    "These properties describe and state no fact; they are not recorded: " + String.join(", ", shown)
                            + ".");
        }
    }
}
