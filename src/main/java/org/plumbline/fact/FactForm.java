package org.plumbline.fact;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plumbline.rulebook.CodeList;
import org.plumbline.rulebook.Datatype;
import org.plumbline.rulebook.Text;
import org.plumbline.standard.Edition;
import org.plumbline.standard.FactBook;
import org.plumbline.standard.FactDefinition;

/** The form that one or more editions ask to be filled in: it follows from their clauses, and nobody draws it. */
public final class FactForm {
    private final List<Edition> editions;
    private final FactBook book;
    private final FormTopics topics;
    private final List<FormSheet> sheets = new ArrayList<>();

    private FactForm(List<Edition> editions) {
        this.editions = List.copyOf(editions);
        this.book = union(editions);
        this.topics = FormTopics.of(editions);
        Set<String> reached = new LinkedHashSet<>();
        editions.forEach(edition -> edition.rulebook().facts().forEach(fact -> reached.add(fact.name())));
        List<FactDefinition> facts = book.facts().values().stream()
                .filter(fact -> fact.observed() && reached.contains(fact.name()))
                .toList();
        sheets.add(new FormSheet("站点", FormSheet.Kind.SITES, topics.sorted(sites(facts)), null));
        facts.stream()
                .filter(fact -> fact.type() == Datatype.RECORDS)
                .forEach(fact ->
                        sheets.add(new FormSheet(sheetName(fact), FormSheet.Kind.RECORDS, records(fact, facts), fact)));
        sheets.add(new FormSheet(
                "判定",
                FormSheet.Kind.JUDGEMENTS,
                List.of(
                        FormColumn.SITE,
                        FormColumn.CLAUSE,
                        FormColumn.STANDARD,
                        FormColumn.OUTCOME,
                        FormColumn.REASON,
                        FormColumn.DATE,
                        FormColumn.SOURCE),
                null));
    }

    /** The form of these editions, at least one; where they share a fact it stands once. */
    public static FactForm of(List<Edition> editions) {
        if (editions.isEmpty()) {
            throw new IllegalArgumentException("A form needs at least one edition");
        }
        return new FactForm(editions);
    }

    private static FactBook union(List<Edition> editions) {
        Map<String, FactDefinition> facts = new LinkedHashMap<>();
        Map<String, CodeList> codes = new LinkedHashMap<>();
        Map<String, Text> classes = new LinkedHashMap<>();
        Map<String, Text> kinds = new LinkedHashMap<>();
        for (Edition edition : editions) {
            edition.book().facts().forEach(facts::putIfAbsent);
            edition.book().codeLists().forEach(codes::putIfAbsent);
            edition.book().classes().forEach(classes::putIfAbsent);
            edition.book().recordKinds().forEach(kinds::putIfAbsent);
        }
        FactBook first = editions.getFirst().book();
        return new FactBook(facts, codes, first.units(), classes, kinds, first.calendar());
    }

    private static List<FormColumn> sites(List<FactDefinition> facts) {
        List<FormColumn> columns =
                new ArrayList<>(List.of(FormColumn.SITE, FormColumn.DATE, FormColumn.SOURCE, FormColumn.SITE_CLASS));
        List<FactDefinition> own =
                facts.stream().filter(fact -> fact.of() == null).toList();
        own.stream()
                .filter(fact -> fact.type() != Datatype.RECORDS && fact.heldBy() == null)
                .map(FormColumn::of)
                .forEach(columns::add);
        own.stream().filter(fact -> fact.heldBy() != null).map(FormColumn::of).forEach(columns::add);
        own.stream()
                .filter(fact -> fact.type() == Datatype.RECORDS)
                .map(FormColumn::of)
                .forEach(columns::add);
        return List.copyOf(columns);
    }

    private static List<FormColumn> records(FactDefinition records, List<FactDefinition> facts) {
        List<FormColumn> columns = new ArrayList<>(List.of(FormColumn.SITE));
        if (records.key() == null) {
            columns.add(FormColumn.key(records));
        }
        List<FactDefinition> members = facts.stream()
                .filter(fact -> fact.of() != null && fact.of().equals(records.record()))
                .toList();
        members.stream()
                .filter(fact -> fact.name().equals(records.key()))
                .map(FormColumn::of)
                .forEach(columns::add);
        members.stream()
                .filter(fact -> !fact.name().equals(records.key()))
                .map(FormColumn::of)
                .forEach(columns::add);
        columns.add(FormColumn.DATE);
        columns.add(FormColumn.SOURCE);
        return List.copyOf(columns);
    }

    /** Sheet names have at most 31 characters, none of {@code []:*?/\}. */
    private static String sheetName(FactDefinition fact) {
        String name = fact.label().zh().replaceAll("[\\[\\]:*?/\\\\]", " ");
        return name.length() > 31 ? name.substring(0, 31) : name;
    }

    /** The editions that it serves. */
    public List<Edition> editions() {
        return editions;
    }

    /** The fact vocabulary of all of them. */
    public FactBook book() {
        return book;
    }

    /** The sheets in their order: sites first, judgements last. */
    public List<FormSheet> sheets() {
        return List.copyOf(sheets);
    }

    /** What the columns of the sheet of sites are about. */
    FormTopics topics() {
        return topics;
    }

    /** The sheet of sites. */
    FormSheet sites() {
        return sheets.getFirst();
    }

    /** The edition that a cell names by number, folder or IRI; the only one when the cell is empty. */
    Optional<Edition> edition(String text) {
        if (text.isEmpty()) {
            return editions.size() == 1 ? Optional.of(editions.getFirst()) : Optional.empty();
        }
        String word = Spelling.folded(text);
        return editions.stream()
                .filter(edition -> word.equals(Spelling.folded(edition.number()))
                        || word.equals(edition.key())
                        || word.equals(edition.iri())
                        || word.equals(Spelling.folded(edition.title().zh()))
                        || word.equals(Spelling.folded(edition.title().en())))
                .findFirst();
    }

    /** The kind of records that a sheet lists, or null. */
    static @Nullable String recordKind(FormSheet sheet) {
        FactDefinition records = sheet.records();
        return records == null ? null : records.record();
    }
}
