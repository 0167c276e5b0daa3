package org.plumbline.cli;

import jakarta.enterprise.inject.spi.CDI;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.plumbline.fact.Answer;
import org.plumbline.fact.FactForm;
import org.plumbline.fact.FactImporter;
import org.plumbline.fact.RefusedRows;
import org.plumbline.place.RefusedRegister;
import org.plumbline.place.RegisterFile;
import org.plumbline.place.RegisterImporter;
import org.plumbline.place.RowAnswer;
import org.plumbline.standard.Editions;
import org.plumbline.table.TableFile;
import org.plumbline.table.UnreadableFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code plumbline import register|facts FILE}: into the ledger, with an answer to each row. */
@Command(name = "import", description = "Records a file in the ledger and answers row by row.")
final class ImportCommand extends DatabaseCommand {
    /** What a file can hold. */
    enum Kind {
        REGISTER,
        FACTS;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Parameters(
            index = "0",
            paramLabel = "KIND",
            description =
                    "register (.csv or .xlsx) or facts (.xlsx of the template, .csv, a graph as .ttl, .nt or .jsonld, or a table"
                            + " that a mapping knows).")
    private Kind kind = Kind.FACTS;

    @Parameters(index = "1", paramLabel = "FILE", description = "The file.")
    private Path file = Path.of("");

    @Option(
            names = "--from",
            paramLabel = "DATE",
            description = "register: the day from which it holds (default: today).")
    private @Nullable LocalDate from;

    @Option(names = "--preview", description = "Say what an import would do, row by row, and record nothing.")
    private boolean preview;

    @Option(
            names = "--refused",
            paramLabel = "FILE",
            description = "Where refused rows go, to be corrected and imported again (default: beside the file).")
    private @Nullable Path refused;

    @Option(
            names = "--mapping",
            paramLabel = "NAME",
            description =
                    "facts: the mapping that reads a table in another form (default: the one whose heads it has).")
    private @Nullable String mapping;

    @Option(names = "--quiet", description = "Print only rows with a problem, and the sums.")
    private boolean quiet;

    @Option(names = "--synthetic", description = "The facts are made up; every page that shows them says so.")
    private boolean synthetic;

    @Mixin
    private Author author;

    @Spec
    private CommandSpec spec;

    @Override
    boolean begins() {
        return true;
    }

    @Override
    String name() {
        return "import";
    }

    @Override
    int work() throws IOException {
        return kind == Kind.REGISTER ? register() : facts();
    }

    private int register() throws IOException {
        if (!Files.isReadable(file) || !Files.isRegularFile(file)) {
            throw new CommandFailure(
                    "There is no file " + file + " that can be read. Name a register file (.csv or .xlsx).");
        }
        requireRoom();
        PrintWriter out = spec.commandLine().getOut();
        LocalDate day = from != null ? from : LocalDate.now(bean(Clock.class));
        RegisterFile register = RegisterFile.of(file);
        RegisterImporter.Terms terms = new RegisterImporter.Terms(day, author.need(), synthetic);
        RefusedRegister back = new RefusedRegister(register);
        Consumer<RowAnswer> told = answer -> {
            back.accept(answer);
            if (!quiet || answer instanceof RowAnswer.Refused || answer instanceof RowAnswer.Noted) {
                out.println(answer.message("zh") + "\n    " + answer.message("en"));
            }
        };
        RegisterImporter importer = bean(RegisterImporter.class);
        RegisterImporter.Summary summary =
                preview ? importer.preview(register, terms, told) : importer.read(register, terms, told);
        out.println((preview ? "Nothing was recorded; an import would say: " : "") + summary.counts() + ".");
        if (back.any() && !preview) {
            Path to = refused != null
                    ? refused
                    : beside(back.name().substring(back.name().lastIndexOf('.')));
            try (OutputStream stream = Files.newOutputStream(to)) {
                back.write(stream);
            }
            out.println("The refused rows are in " + to + ": correct them there and import that file.");
        }
        return summary.refused() == 0 ? 0 : 1;
    }

    private void requireRoom() {
        if (refused != null && Files.exists(refused)) {
            throw new CommandFailure("There is " + refused
                    + " already, and somebody may be correcting it: name a file that is not there yet.");
        }
        Path folder = (refused != null ? refused : file).toAbsolutePath().getParent();
        if (folder == null || !Files.isWritable(folder)) {
            throw new CommandFailure("Refused rows could not be written to " + folder
                    + ", so nothing was read: name a file in another folder with --refused.");
        }
    }

    private int facts() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        requireRoom();
        FactForm form = FactForm.of(bean(Editions.class).list());
        try {
            Consumer<Answer> told = answer -> {
                if (!quiet || !(answer instanceof Answer.Accepted || answer instanceof Answer.Unchanged)) {
                    out.println(answer.message("zh") + "\n    " + answer.message("en"));
                }
            };
            FactImporter importer = bean(FactImporter.class);
            TableFile facts = TableFile.of(file);
            FactImporter.Terms terms = new FactImporter.Terms(author.need(), synthetic, mapping);
            FactImporter.Imported imported =
                    preview ? importer.preview(facts, form, terms, told) : importer.read(facts, form, terms, told);
            imported.content().notes().forEach(note -> out.println(note.message("zh") + "\n    " + note.message("en")));
            imported.content()
                    .faults()
                    .forEach(fault -> out.println(fault.message("zh") + "\n    " + fault.message("en")));
            out.println((preview ? "Nothing was recorded; an import would say: " : "") + imported.counts() + ".");
            if (imported.refused() > 0 && !preview) {
                boolean text = imported.content().text();
                Path to = refused != null ? refused : beside(text ? ".csv" : ".xlsx");
                try (OutputStream stream = Files.newOutputStream(to)) {
                    if (text) {
                        RefusedRows.writeCsv(imported.content(), stream);
                    } else {
                        RefusedRows.write(imported.content(), form, stream);
                    }
                }
                out.println("The refused rows are in " + to + ": correct them there and import that file.");
            }
            return imported.refused() == 0 && imported.content().faults().isEmpty() ? 0 : 1;
        } catch (UnreadableFile e) {
            throw new CommandFailure(String.valueOf(e.getMessage()), e);
        }
    }

    /** Beside the file, under a name that is not taken: somebody may be correcting the rows refused before. */
    private Path beside(String ending) {
        String name = file.getFileName().toString();
        int dot = name.lastIndexOf('.') <= 0 ? name.length() : name.lastIndexOf('.');
        for (int i = 1; ; i++) {
            Path free = file.resolveSibling(name.substring(0, dot) + "-refused" + (i == 1 ? "" : "-" + i) + ending);
            if (!Files.exists(free)) {
                return free;
            }
        }
    }

    private static <T> T bean(Class<T> type) {
        return CDI.current().select(type).get();
    }
}
