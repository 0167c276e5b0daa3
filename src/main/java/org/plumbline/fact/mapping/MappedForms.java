package org.plumbline.fact.mapping;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.plumbline.fact.FactForm;
import org.plumbline.fact.ForeignForms;
import org.plumbline.fact.Incoming;
import org.plumbline.fact.SiteLookup;
import org.plumbline.fact.Transcript;
import org.plumbline.rulebook.Text;
import org.plumbline.standard.FactBook;
import org.plumbline.standard.Finding;
import org.plumbline.standard.MappingFiles;
import org.plumbline.standard.StandardConfig;
import org.plumbline.table.CellPlace;
import org.plumbline.table.Table;
import org.plumbline.table.UnreadableFile;

/**
 * The forms that mappings know: those packed with the program and the district's own. A mapping is used when it is named, or when
 * a table has all its heads; which one it was is told.
 */
@ApplicationScoped
public class MappedForms implements ForeignForms {
    private static final int MOST_SHOWN = 8;

    private final Supplier<Map<String, byte[]>> files;

    @Inject
    MappedForms(StandardConfig config) {
        this(() -> {
            try {
                return config.folder().isPresent()
                        ? MappingFiles.with(config.folder().get())
                        : MappingFiles.packed();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    MappedForms(Supplier<Map<String, byte[]>> files) {
        this.files = files;
    }

    /** The forms that these files know, by name of the file: for programs without a container. */
    public static ForeignForms of(Map<String, byte[]> files) {
        return new MappedForms(() -> files);
    }

    /** The mappings that are well formed, and what is wrong with the others. */
    private record Library(Map<String, Mapping> mappings, List<Finding> findings) {}

    /** A mapping and where its heads stand in a table. */
    private record Choice(Mapping mapping, MappedHeads.Found heads) {}

    @Override
    public Optional<Incoming> translate(List<Table> tables, FactForm form, SiteLookup lookup, @Nullable String mapping)
            throws UnreadableFile {
        // A file is in the form or in another: sheets beside those of the form are notes.
        if (mapping == null && tables.stream().anyMatch(Transcript::inForm)) {
            return Optional.empty();
        }
        Library library = library(form.book());
        Mapping named = mapping == null ? null : named(library, mapping);
        Transcript transcript = new Transcript(form);
        IdentityHashMap<Table, Boolean> written = new IdentityHashMap<>();
        for (Table table : tables) {
            Choice choice = named == null ? fitting(library, table, transcript) : named(named, table);
            if (choice != null) {
                new MappedTables(choice.mapping(), table, choice.heads(), transcript).write(lookup);
                written.put(table, true);
            }
        }
        if (written.isEmpty()) {
            if (named != null) {
                throw lacking(named, tables);
            }
            return Optional.empty();
        }
        tables.stream()
                .filter(table -> !written.containsKey(table) && !table.rows().isEmpty())
                .forEach(table -> transcript.note(
                        new CellPlace(table.name(), 1, -1, table.text() ? "" : null),
                        "没有映射认识这张工作表，没有读取。",
                        "No mapping knows this sheet, and it is not read."));
        library.findings()
                .forEach(finding -> transcript.note(
                        new CellPlace(
                                finding.place().file(), (int) finding.place().line(), -1, ""),
                        "这个映射文件有错，没有使用：" + finding.message(),
                        "This file of mappings is not well formed and is not used: " + finding.message()));
        return Optional.of(transcript.incoming());
    }

    @Override
    public SortedMap<String, Text> known(FactBook book) {
        SortedMap<String, Text> known = new TreeMap<>();
        library(book).mappings().forEach((name, mapping) -> known.put(name, mapping.title()));
        return known;
    }

    private Library library(FactBook book) {
        Map<String, Mapping> mappings = new TreeMap<>();
        List<Finding> findings = new ArrayList<>();
        files.get().forEach((name, bytes) -> {
            MappingReader.Result result = MappingReader.read(name, bytes, book);
            result.mappings().forEach(mapping -> mappings.put(mapping.name(), mapping));
            result.findings().stream().limit(1).forEach(findings::add);
        });
        return new Library(mappings, findings);
    }

    private static Mapping named(Library library, String name) throws UnreadableFile {
        Mapping mapping = library.mappings().get(name);
        if (mapping != null) {
            return mapping;
        }
        String known = library.mappings().isEmpty()
                ? "–"
                : String.join(", ", library.mappings().keySet());
        String broken =
                library.findings().isEmpty() ? "" : " (" + library.findings().getFirst() + ")";
        throw new UnreadableFile(
                "没有映射 " + name + "。可用的有 " + known + "。" + broken,
                "There is no mapping " + name + ": there are " + known + "." + broken);
    }

    /** A named mapping for a table that has at least the column that finds the site. */
    private static @Nullable Choice named(Mapping mapping, Table table) {
        MappedHeads.Found heads = MappedHeads.find(mapping, table);
        return heads.columns().containsKey(mapping.finder()) ? new Choice(mapping, heads) : null;
    }

    /** The mapping of which a table has all heads; of several, the one with most. */
    private static @Nullable Choice fitting(Library library, Table table, Transcript transcript) {
        Map<Mapping, MappedHeads.Found> fitting = new LinkedHashMap<>();
        library.mappings().values().forEach(mapping -> {
            MappedHeads.Found heads = MappedHeads.find(mapping, table);
            if (heads.complete() && heads.columns().containsKey(mapping.finder())) {
                fitting.put(mapping, heads);
            }
        });
        int most = fitting.values().stream()
                .mapToInt(heads -> heads.columns().size())
                .max()
                .orElse(0);
        List<Choice> best = new ArrayList<>();
        fitting.forEach((mapping, heads) -> {
            if (heads.columns().size() == most) {
                best.add(new Choice(mapping, heads));
            }
        });
        if (best.size() > 1) {
            String names = String.join(
                    ", ", best.stream().map(one -> one.mapping().name()).toList());
            transcript.fault(
                    new CellPlace(table.name(), 1, -1, table.text() ? "" : null),
                    "有几个映射都适合这张表：" + names + "。请指定其中一个（命令行用 --mapping）。",
                    "Several mappings fit this table: " + names
                            + ". Name one of them (--mapping on the command line).");
        }
        return best.isEmpty() ? null : best.getFirst();
    }

    private static UnreadableFile lacking(Mapping mapping, List<Table> tables) {
        String heads = tables.stream()
                .map(table -> MappedHeads.find(mapping, table))
                .flatMap(found -> found.missing().stream())
                .map(column -> Objects.requireNonNull(column.head()).shown())
                .distinct()
                .limit(MOST_SHOWN)
                .reduce((a, b) -> a + "；" + b)
                .orElse("–");
        return new UnreadableFile(
                "文件里没有映射 " + mapping.name() + " 用来找站点的列。缺少的表头有：" + heads + "。请核对文件或映射。",
                "The file lacks the column by which the mapping " + mapping.name()
                        + " finds the site. Heads that are missing: " + heads
                        + ". Check the file, or name another mapping.");
    }
}
