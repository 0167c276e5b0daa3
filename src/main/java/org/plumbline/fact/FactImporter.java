package org.plumbline.fact;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.jena.graph.Node;
import org.jspecify.annotations.Nullable;
import org.plumbline.account.Act;
import org.plumbline.account.Actor;
import org.plumbline.account.Ground;
import org.plumbline.account.NotAllowed;
import org.plumbline.account.audit.Audit;
import org.plumbline.account.audit.Deed;
import org.plumbline.fact.Drafts.Proposed;
import org.plumbline.ledger.DerivedStores;
import org.plumbline.ledger.Entry;
import org.plumbline.ledger.Iris;
import org.plumbline.ledger.Ledger;
import org.plumbline.ledger.Provenance;
import org.plumbline.ledger.Provenance.Origin;
import org.plumbline.place.RegisterWords;
import org.plumbline.rdf.PL;
import org.plumbline.standard.FactBook;
import org.plumbline.table.TableFile;
import org.plumbline.table.UnreadableFile;

/**
 * Takes facts into the ledger: one submission for each subject, source and day, and what derives from it in the same
 * transaction. A submission is named after its content, so that the same facts are recorded once, however often they come.
 */
@ApplicationScoped
public class FactImporter {
    private static final int PAGE = 500;

    private final Ledger ledger;
    private final Iris iris;
    private final DerivedStores stores;
    private final Drafts drafts;
    private final ObservationTable table;
    private final Audit audit;
    private final Ground ground;
    private final Clock clock;
    private final ForeignForms foreign;
    private final RegisterWords words;

    FactImporter(
            Ledger ledger,
            Iris iris,
            DerivedStores stores,
            Drafts drafts,
            ObservationTable table,
            Audit audit,
            Ground ground,
            Clock clock,
            ForeignForms foreign,
            RegisterWords words) {
        this.ledger = ledger;
        this.iris = iris;
        this.stores = stores;
        this.drafts = drafts;
        this.table = table;
        this.audit = audit;
        this.ground = ground;
        this.clock = clock;
        this.foreign = foreign;
        this.words = words;
    }

    /**
     * How an import is to be recorded.
     *
     * @param by who brings it; the role is recorded, the person only in the audit trail
     * @param synthetic whether the facts are made up for a demonstration
     * @param mapping name of the mapping that reads a table in somebody else's form; null to choose by its heads
     */
    public record Terms(
            Actor by, boolean synthetic, @Nullable String mapping) {
        /** Without naming a mapping. */
        public Terms(Actor by, boolean synthetic) {
            this(by, synthetic, null);
        }
    }

    /**
     * What became of a file.
     *
     * @param recorded how many submissions were added to the ledger
     * @param known how many were in the ledger already
     * @param accepted rows taken without a word
     * @param warned rows taken with something to confirm
     * @param unchanged rows that the ledger has already
     * @param refused rows not taken
     * @param content the file with its final answers, from which {@link RefusedRows} writes what comes back
     */
    public record Imported(
            long recorded, long known, long accepted, long warned, long unchanged, long refused, FactContent content) {
        /** How many submissions and rows met which answer, in one line. */
        public String counts() {
            return recorded + " submissions recorded, " + known + " known already; rows: " + accepted + " accepted, "
                    + warned + " accepted with a warning, " + unchanged + " unchanged, " + refused + " refused";
        }
    }

    /** How many submissions were added to the ledger, and how many it had already. */
    public record Recorded(long added, long known) {}

    /**
     * Imports a file. Call it outside a transaction.
     *
     * @param answers is told what became of each row, in the order of rows, as soon as it is so
     * @throws UnreadableFile when nothing can be read from the file; nothing is recorded then
     * @throws NotAllowed when the bringer may not import facts anywhere
     */
    public Imported read(TableFile file, FactForm form, Terms terms, Consumer<Answer> answers) throws UnreadableFile {
        Actor by = terms.by();
        RowAnswers told = new RowAnswers(content(file, form, terms), answers);
        String name = told.read().name();
        String what = "sha256:" + told.read().digest();
        audit.note(by.login(), by.address(), Deed.with(name, "import-facts", what));
        Imported imported = tell(
                told,
                terms,
                page -> drafted(page, form.book()),
                page -> DerivedStores.transaction().call(() -> append(page, form.book())));
        audit.note(by.login(), by.address(), Deed.with(name, "import-facts-done", what + ", " + imported.counts()));
        return imported;
    }

    /**
     * Says what {@link #read} would, and records nothing: which rows would be accepted, with a warning, unchanged or refused. What
     * others record in the meantime may make it otherwise.
     *
     * @return as many submissions as would be added, and as are known
     * @throws UnreadableFile when nothing can be read from the file
     */
    public Imported preview(TableFile file, FactForm form, Terms terms, Consumer<Answer> answers)
            throws UnreadableFile {
        RowAnswers told = new RowAnswers(content(file, form, terms), answers);
        return tell(
                told,
                terms,
                page -> page,
                page -> QuarkusTransaction.requiringNew()
                        .call(() -> Set.copyOf(fresh(page).values())));
    }

    /** Answers page by page; {@code drafting} is done with the next page while {@code taking} says which of a page are new. */
    private <T> Imported tell(
            RowAnswers told, Terms terms, Function<List<Proposed>, T> drafting, Function<T, Set<Integer>> taking) {
        FactContent content = told.read();
        String role = iris.role(terms.by().as(Act.IMPORT_FACTS).code());
        Provenance provenance =
                new Provenance(role, PL.IMPORTING.getURI(), clock.instant(), null, null, terms.synthetic());
        told.tell();
        long[] added = {0};
        Ahead.each(
                pages(content.stated()),
                page -> drafting.apply(page.stream()
                        .map(one -> drafts.propose(
                                one.facts(),
                                provenance.from(new Origin(content.name(), content.digest(), one.sheet(), one.row()))))
                        .toList()),
                (page, ready) -> {
                    Set<Integer> recorded = taking.apply(ready);
                    added[0] += recorded.size();
                    for (int i = 0; i < page.size(); i++) {
                        told.recorded(page.get(i), recorded.contains(i));
                    }
                    told.tell();
                });
        return told.imported(added[0]);
    }

    private static <T> List<List<T>> pages(List<T> all) {
        List<List<T>> pages = new ArrayList<>();
        for (int from = 0; from < all.size(); from += PAGE) {
            pages.add(all.subList(from, Math.min(from + PAGE, all.size())));
        }
        return pages;
    }

    private FactContent content(TableFile file, FactForm form, Terms terms) throws UnreadableFile {
        terms.by().require(Act.IMPORT_FACTS);
        Permit permit = Permit.of(terms.by(), ground);
        return FactFile.read(
                file,
                new FactFile.Circumstances(
                        form, new AskedRegister(words), LocalDate.now(clock), permit, foreign, terms.mapping()));
    }

    /**
     * Records facts that a program brings, thousands at a time. Call it outside a transaction; each page of 500 is one.
     *
     * @param provenance who, how and when; also what is corrected, when it is one submission
     * @throws IllegalArgumentException when a fact is not of the vocabulary or its value not of its type; pages before stay
     */
    public Recorded record(List<SiteFacts> facts, FactBook book, Provenance provenance) {
        List<SiteFacts> stated = facts.stream().filter(one -> !one.empty()).toList();
        long[] added = {0};
        Ahead.each(
                pages(stated),
                page -> drafted(
                        page.stream()
                                .map(one -> drafts.propose(one, provenance))
                                .toList(),
                        book),
                (page, ready) -> added[0] += DerivedStores.transaction()
                        .call(() -> append(ready, book))
                        .size());
        return new Recorded(added[0], stated.size() - added[0]);
    }

    /** IRI of the submission that these facts are, or would be, recorded as. */
    public String submission(SiteFacts facts, Provenance provenance) {
        return drafts.propose(facts, provenance).name();
    }

    /** What is drafted of a page, while the one before it is recorded: most of the work needs neither lock nor transaction. */
    private record Drafted(List<Proposed> page, Map<String, Entry> entries) {}

    /** Drafts the entries that the ledger lacks so far; it is asked again, with the lock held, when they are appended. */
    private Drafted drafted(List<Proposed> page, FactBook book) {
        Set<Node> personal = book.personal();
        Map<String, Entry> entries = new HashMap<>();
        fresh(page).forEach((iri, index) -> entries.put(iri, drafts.entry(iri, page.get(index), book, personal)));
        return new Drafted(page, entries);
    }

    /** Appends what the ledger does not have, within a transaction, and says which of the page that was. */
    private Set<Integer> append(Drafted drafted, FactBook book) {
        ledger.lock();
        List<Proposed> page = drafted.page();
        Map<String, Integer> fresh = fresh(page);
        List<Entry> entries = new ArrayList<>();
        fresh.forEach((iri, index) -> {
            Entry entry = drafted.entries().get(iri);
            // What was taken back in the meantime is recorded under another name.
            entries.add(entry != null ? entry : drafts.entry(iri, page.get(index), book, book.personal()));
        });
        stores.record(entries);
        return new HashSet<>(fresh.values());
    }

    /** What of a page the ledger does not have, by the name under which it is recorded. */
    private Map<String, Integer> fresh(List<Proposed> page) {
        Map<String, Integer> byName = new LinkedHashMap<>();
        for (int i = 0; i < page.size(); i++) {
            byName.putIfAbsent(page.get(i).name(), i);
        }
        Set<String> known = table.known(byName.keySet());
        Map<String, Integer> again = new LinkedHashMap<>();
        table.withdrawn(known).forEach(iri -> {
            int index = Objects.requireNonNull(byName.get(iri));
            free(page.get(index)).ifPresent(name -> again.put(name, index));
        });
        byName.keySet().removeAll(known);
        byName.putAll(again);
        return byName;
    }

    /** The name under which something that was taken back is recorded once more; empty when it stands again already. */
    private Optional<String> free(Proposed proposed) {
        for (int time = 1; ; time++) {
            String iri = drafts.name(proposed, time);
            if (table.known(List.of(iri)).isEmpty()) {
                return Optional.of(iri);
            }
            if (table.withdrawn(List.of(iri)).isEmpty()) {
                return Optional.empty();
            }
        }
    }
}
