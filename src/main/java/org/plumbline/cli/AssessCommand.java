package org.plumbline.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.sparql.graph.GraphFactory;
import org.jspecify.annotations.Nullable;
import org.plumbline.assessment.AssessmentGraph;
import org.plumbline.rdf.Turtle;
import org.plumbline.report.Print;
import org.plumbline.report.Tongue;
import org.plumbline.rulebook.Assessment;
import org.plumbline.rulebook.Evaluator;
import org.plumbline.rulebook.json.AssessmentWriter;
import org.plumbline.rulebook.json.Json;
import org.plumbline.standard.Edition;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** {@code plumbline assess}: holds the sites of a file against an edition, without a database. */
@Command(name = "assess", description = "Holds the sites of a file of facts against an edition.")
final class AssessCommand implements Callable<Integer> {
    /** How the result is written. */
    enum Format {
        TABLE,
        JSON,
        JSONL,
        TTL,
        PDF,
        DOCX,
        XLSX;

        /** What is printed for people, not written for machines. */
        boolean paper() {
            return ordinal() >= PDF.ordinal();
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The format of a name in small or capital letters, or the one line that names those that exist. */
        static final class Converter implements ITypeConverter<Format> {
            @Override
            public Format convert(String name) {
                return Arrays.stream(values())
                        .filter(format -> format.name().equalsIgnoreCase(name))
                        .findFirst()
                        .orElseThrow(() -> new TypeConversionException("there is no format \"" + name
                                + "\". Write table, json, jsonl, ttl, pdf, docx or xlsx"));
            }
        }
    }

    @Option(names = "--standard", required = true, paramLabel = "STANDARD", description = "Folder of the edition.")
    private Path standard = Path.of("");

    @Option(names = "--facts", required = true, paramLabel = "FILE", description = "Facts: .ttl, .nt, .csv or .xlsx.")
    private Path facts = Path.of("");

    @Option(
            names = "--on",
            paramLabel = "DATE",
            description = "Assessment date, YYYY-MM-DD (default: today in Shanghai).")
    private @Nullable LocalDate on;

    @Option(names = "--site", paramLabel = "ID", description = "Only this site: its IRI or the last part of it.")
    private @Nullable String site;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            converter = Format.Converter.class,
            description =
                    "table, json, jsonl, ttl, pdf, docx or xlsx (default: table). json: one object for one site, else a list.")
    private Format format = Format.TABLE;

    @Option(
            names = "--language",
            paramLabel = "LANGUAGE",
            description = "Of pdf, docx and xlsx: both, zh or en (default: both).")
    private Tongue language = Tongue.BOTH;

    @Option(
            names = "--out",
            paramLabel = "PATH",
            description = "Where to write: a file, or a folder for the papers of several sites.")
    private @Nullable Path out;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        Edition edition = StandardArgument.edition(standard);
        LocalDate date = on != null ? on : LocalDate.now(Clock.system(ZoneId.of("Asia/Shanghai")));
        List<FactsArgument.Stated> sites =
                FactsArgument.read(facts, edition, date, spec.commandLine().getErr()::println).stream()
                        .filter(one -> site == null || matches(one.record().site(), site))
                        .toList();
        if (sites.isEmpty()) {
            throw new CommandFailure(
                    site == null
                            ? facts + " states facts about no site of the classes of this edition ("
                                    + String.join(
                                            ", ",
                                            edition.rulebook().classes().stream()
                                                    .map(one -> one.name())
                                                    .toList())
                                    + "). Give each site its class."
                            : facts + " states nothing about a site " + site + ". Name one of its sites.");
        }
        Evaluator evaluator = new Evaluator(edition.rulebook());
        int day = (int) date.toEpochDay();
        if (format.paper()) {
            Print print = new Print(Print.Form.valueOf(format.name()), language);
            return PaperOutput.write(edition, sites, evaluator, day, print, out);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        write(edition, sites, evaluator, day, bytes);
        if (out == null) {
            PrintStream stdout = new PrintStream(System.out, true, StandardCharsets.UTF_8);
            stdout.write(bytes.toByteArray(), 0, bytes.size());
            stdout.flush();
        } else {
            Files.write(out, bytes.toByteArray());
        }
        return 0;
    }

    private static boolean matches(String iri, String id) {
        return iri.equals(id) || iri.endsWith("/" + id) || iri.endsWith("#" + id);
    }

    private void write(Edition edition, List<FactsArgument.Stated> sites, Evaluator evaluator, int day, OutputStream to)
            throws IOException {
        List<Assessment> assessments =
                sites.stream().map(one -> evaluator.assess(one.record(), day)).toList();
        switch (format) {
            case TABLE -> to.write(new AssessmentTable(assessments).text().getBytes(StandardCharsets.UTF_8));
            case JSONL -> {
                for (int i = 0; i < sites.size(); i++) {
                    to.write(json(edition, assessments.get(i), sites.get(i)).getBytes(StandardCharsets.UTF_8));
                    to.write('\n');
                }
            }
            case JSON -> {
                List<Object> objects = new java.util.ArrayList<>();
                for (int i = 0; i < sites.size(); i++) {
                    objects.add(AssessmentWriter.object(
                            assessments.get(i),
                            edition.rulebookHash(),
                            sites.get(i).provenance()));
                }
                Object root = objects.size() == 1 ? objects.getFirst() : objects;
                to.write((Json.write(root) + "\n").getBytes(StandardCharsets.UTF_8));
            }
            case TTL -> {
                Graph all = GraphFactory.createDefaultGraph();
                assessments.forEach(one -> GraphUtil.addInto(all, AssessmentGraph.of(one, edition.rulebookHash())));
                Turtle.write(all, to);
            }
            case PDF, DOCX, XLSX ->
                throw new IllegalStateException(format.name().toLowerCase(Locale.ROOT));
        }
    }

    private static String json(Edition edition, Assessment assessment, FactsArgument.Stated stated) {
        return AssessmentWriter.write(assessment, edition.rulebookHash(), stated.provenance());
    }
}
