package org.plumbline.place;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.plumbline.account.Act;
import org.plumbline.account.Actor;
import org.plumbline.account.NotAllowed;
import org.plumbline.account.audit.Audit;
import org.plumbline.account.audit.Deed;
import org.plumbline.ledger.DerivedStores;
import org.plumbline.ledger.Iris;
import org.plumbline.ledger.Provenance;
import org.plumbline.ledger.Provenance.Origin;
import org.plumbline.place.RegisterChange.PlaceState;
import org.plumbline.place.RegisterForm.Heads;
import org.plumbline.place.RegisterRow.Checked;
import org.plumbline.place.RowAnswer.Refused;
import org.plumbline.rdf.PL;

/**
 * Reads a register from CSV (RFC 4180; UTF-8 with or without byte order mark, else GB18030) and answers row by row. Rows stream through a
 * page at a time; each page is one transaction, and its answers come when it is committed, so an answer is a promise. What the
 * register says already is not recorded again.
 */
@ApplicationScoped
public class RegisterImporter {
    private static final int PAGE = 500;

    private final Register register;
    private final Iris iris;
    private final Audit audit;
    private final Clock clock;

    RegisterImporter(Register register, Iris iris, Audit audit, Clock clock) {
        this.register = register;
        this.iris = iris;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * How an import is to be recorded.
     *
     * @param from the day from which the register holds what the file says
     * @param by who brings it; the role is recorded, the person only in the audit trail
     * @param synthetic whether the file is made up for a demonstration
     */
    public record Terms(LocalDate from, Actor by, boolean synthetic) {}

    /** How many rows met which answer. */
    public record Summary(long accepted, long unchanged, long refused) {
        /** The same in one line. */
        public String counts() {
            return accepted + " accepted, " + unchanged + " unchanged, " + refused + " refused";
        }
    }

    /**
     * Imports a file. Call it outside a transaction.
     *
     * @param answers is told what became of each row, in the order of rows, after it is so
     * @throws UncheckedIOException when the file cannot be read
     * @throws NotAllowed when the bringer may not change the register everywhere
     */
    public Summary read(RegisterFile file, Terms terms, Consumer<RowAnswer> answers) {
        Actor by = terms.by();
        by.requireEverywhere(Act.IMPORT_REGISTER);
        audit.note(by.login(), by.address(), new Deed("import-register", file.name()));
        Summary summary = new Run(file, terms, answers).run();
        audit.note(by.login(), by.address(), new Deed("import-register-done", file.name() + ", " + summary.counts()));
        return summary;
    }

    /** One import of one file. */
    private final class Run {
        private final RegisterFile file;
        private final Terms terms;
        private final Consumer<RowAnswer> answers;
        private final Map<String, Long> lineOf = new HashMap<>();
        private final Map<String, PlaceState> stated = new HashMap<>();
        private long accepted;
        private long unchanged;
        private long refused;

        Run(RegisterFile file, Terms terms, Consumer<RowAnswer> answers) {
            this.file = file;
            this.terms = terms;
            this.answers = answers;
        }

        Summary run() {
            try {
                importRows(file.kind());
            } catch (CharacterCodingException e) {
                answer(refusal(1, "is no text in UTF-8 or GB18030", "save it as CSV UTF-8"));
            } catch (IOException e) {
                throw new UncheckedIOException("The file " + file.name() + " cannot be read", e);
            }
            return new Summary(accepted, unchanged, refused);
        }

        private void importRows(RegisterFile.Kind kind) throws IOException {
            try (var csv = CsvReader.builder()
                    .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .allowUnclosedQuote(false)
                    .ofCsvRecord(file.text(kind.charset()))) {
                var rows = csv.iterator();
                List<Checked> page = new ArrayList<>();
                try {
                    if (!rows.hasNext()) {
                        answer(refusal(1, "is empty", "put the heads into its first line"));
                        return;
                    }
                    var first = rows.next();
                    switch (RegisterForm.of(first.getStartingLineNumber(), first.getFields())) {
                        case Heads.Unknown(var why) -> answer(why);
                        case Heads.Known heads -> {
                            while (rows.hasNext()) {
                                page.add(check(heads, rows.next()));
                                if (page.size() == PAGE) commit(page, kind.digest());
                            }
                        }
                    }
                } catch (CsvParseException e) {
                    page.add(new Checked.Bad(refusal(
                            lastLine(page) + 1, "is no CSV from here on", "look for a quote that is not closed")));
                }
                commit(page, kind.digest());
            }
        }

        private Refused refusal(long line, String why, String remedy) {
            return new Refused(line, "file", file.name(), why, remedy);
        }

        private long lastLine(List<Checked> page) {
            return page.isEmpty() ? 1 : page.getLast().line();
        }

        /** What can be said of a row by the file alone. */
        private Checked check(Heads.Known heads, CsvRecord cells) {
            var line = cells.getStartingLineNumber();
            var checked = RegisterRow.check(line, heads, cells.getFields(), terms.from());
            if (!(checked instanceof Checked.Stated row)) return checked;
            var code = row.state().code();
            var earlier = lineOf.putIfAbsent(code, line);
            if (earlier != null)
                return bad(line, "code", code, "stands in line " + earlier + " already", "keep one of the two rows");
            for (var place : row.above()) {
                var before = stated.putIfAbsent(place.code(), place);
                if (before != null && !before.says(place))
                    return bad(
                            line,
                            "street_name",
                            place.nameZh(),
                            "differs from \"" + before.nameZh() + "\" in an earlier line for " + place.code(),
                            "give one place one name");
            }
            return row;
        }

        private Checked bad(long line, String column, String value, String why, String remedy) {
            return new Checked.Bad(new Refused(line, column, value, why, remedy));
        }

        private void commit(List<Checked> page, String digest) {
            if (page.isEmpty()) return;
            var role = iris.role(terms.by().as(Act.IMPORT_REGISTER).code());
            var provenance =
                    new Provenance(role, PL.IMPORTING.getURI(), clock.instant(), null, null, terms.synthetic());
            List<RowAnswer> answered = DerivedStores.transaction()
                    .call(() -> new RegisterPage(register, provenance, line -> origin(digest, line)).record(page));
            page.clear();
            answered.forEach(this::answer);
        }

        private Origin origin(String digest, long line) {
            return new Origin(file.name(), digest, null, Math.toIntExact(line));
        }

        private void answer(RowAnswer answer) {
            switch (answer) {
                case RowAnswer.Accepted _ -> accepted++;
                case RowAnswer.Unchanged _ -> unchanged++;
                case Refused _ -> refused++;
            }
            answers.accept(answer);
        }
    }
}
