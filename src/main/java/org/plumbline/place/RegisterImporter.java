package org.plumbline.place;

import de.siegmar.fastcsv.reader.CsvParseException;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.plumbline.account.Act;
import org.plumbline.account.Actor;
import org.plumbline.account.NotAllowed;
import org.plumbline.account.audit.Audit;
import org.plumbline.account.audit.Deed;
import org.plumbline.ledger.DerivedStores;
import org.plumbline.ledger.Iris;
import org.plumbline.ledger.Provenance;
import org.plumbline.ledger.Provenance.Origin;
import org.plumbline.place.RegisterForm.Heads;
import org.plumbline.place.RegisterRow.Checked;
import org.plumbline.place.RegisterSheet.SheetRow;
import org.plumbline.place.RowAnswer.At;
import org.plumbline.place.RowAnswer.Refused;
import org.plumbline.rdf.PL;
import org.plumbline.rulebook.Text;
import org.plumbline.table.UnreadableFile;

/**
 * Reads a register from CSV (RFC 4180; UTF-8 with or without byte order mark, else GB18030) or a workbook, each sheet in a form of its
 * own, and answers row by row. Rows of CSV stream through a page at a time, so that a whole country takes no more memory than a district; each page is one transaction, and its answers come when it is committed, so an answer is a promise. What the
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
     * @param recordedAt when it counts as recorded; null for now, and only the demonstration, whose history is made up, says otherwise
     */
    public record Terms(
            LocalDate from,
            Actor by,
            boolean synthetic,
            @Nullable Instant recordedAt) {
        /** Recorded now. */
        public Terms(LocalDate from, Actor by, boolean synthetic) {
            this(from, by, synthetic, null);
        }
    }

    /** What an import does with the rows it can take. */
    private enum Mode {
        RECORD,
        PREVIEW
    }

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
        audit.note(by.login(), by.address(), Deed.with(file.name(), "import-register", ""));
        Summary summary = new Run(file, terms, Mode.RECORD, answers).run();
        audit.note(by.login(), by.address(), Deed.with(file.name(), "import-register-done", summary.counts()));
        return summary;
    }

    /**
     * Says what {@link #read} would do now, and records nothing. Others may go on recording meanwhile. Call it outside a
     * transaction.
     *
     * @throws UncheckedIOException when the file cannot be read
     * @throws NotAllowed when the bringer may not change the register everywhere
     */
    @ActivateRequestContext
    public Summary preview(RegisterFile file, Terms terms, Consumer<RowAnswer> answers) {
        terms.by().requireEverywhere(Act.IMPORT_REGISTER);
        QuarkusTransaction.begin(QuarkusTransaction.beginOptions().timeout(DerivedStores.LONG_WORK_SECONDS));
        try {
            return new Run(file, terms, Mode.PREVIEW, answers).run();
        } finally {
            QuarkusTransaction.rollback();
        }
    }

    /** One import of one file. */
    private final class Run {
        private final RegisterFile file;
        private final Terms terms;
        private final Mode mode;
        private final Consumer<RowAnswer> answers;
        private final SeenCodes seen = new SeenCodes();
        private final List<Checked> page = new ArrayList<>();
        private long accepted;
        private long unchanged;
        private long refused;

        Run(RegisterFile file, Terms terms, Mode mode, Consumer<RowAnswer> answers) {
            this.file = file;
            this.terms = terms;
            this.mode = mode;
            this.answers = answers;
        }

        Summary run() {
            try (var content = file.read()) {
                for (var sheet : content.sheets()) importRows(sheet, content.digest());
                if (accepted + unchanged + refused == 0)
                    answer(refusal(1, "是空的", "is empty", "请把表头写在第一行", "put the heads into its first line"));
            } catch (CharacterCodingException e) {
                answer(refusal(
                        1,
                        "不是 UTF-8 或 GB18030 编码的文本",
                        "is no text in UTF-8 or GB18030",
                        "请另存为“CSV UTF-8”",
                        "save it as CSV UTF-8"));
            } catch (UnreadableFile e) {
                answer(new Refused(
                        new At(null, 1), "file", file.name(), e.text(), new Text("然后再提交", "then hand it in again")));
            } catch (IOException e) {
                throw new UncheckedIOException("The file " + file.name() + " cannot be read", e);
            }
            return new Summary(accepted, unchanged, refused);
        }

        private void importRows(RegisterSheet sheet, String digest) {
            var rows = sheet.rows();
            try {
                if (!rows.hasNext()) return;
                var first = rows.next();
                switch (RegisterForm.of(first.at(), first.cells())) {
                    case Heads.Unknown(var why) -> answer(why);
                    case Heads.Known heads -> {
                        if (sheet.unseen() != null) answer(new RowAnswer.Noted(first.at(), sheet.unseen()));
                        while (rows.hasNext()) {
                            page.add(check(heads, rows.next()));
                            if (page.size() == PAGE) commit(digest);
                        }
                    }
                }
            } catch (CsvParseException e) {
                page.add(new Checked.Bad(refusal(
                        page.isEmpty() ? 2 : page.getLast().at().line() + 1,
                        "从此行起不是合格的CSV",
                        "is no CSV from here on",
                        "请检查是否有引号没有闭合",
                        "look for a quote that is not closed")));
            }
            commit(digest);
        }

        private Refused refusal(long line, String whyZh, String whyEn, String remedyZh, String remedyEn) {
            return new Refused(
                    new At(null, line), "file", file.name(), new Text(whyZh, whyEn), new Text(remedyZh, remedyEn));
        }

        /** What can be said of a row by the file alone. */
        private Checked check(Heads.Known heads, SheetRow cells) {
            var checked = RegisterRow.check(heads, cells, terms.from());
            if (!(checked instanceof Checked.Stated row) || seen.add(row.state().code())) return checked;
            return new Checked.Bad(new Refused(
                    row.at(),
                    heads.form().subject(),
                    row.state().code(),
                    new Text("在前面的行中已有", "stands in an earlier line already"),
                    new Text("请只留一行", "keep one of the two rows")));
        }

        private void commit(String digest) {
            if (page.isEmpty()) return;
            var role = iris.role(terms.by().as(Act.IMPORT_REGISTER).code());
            var moment = terms.recordedAt() != null ? terms.recordedAt() : clock.instant();
            var provenance = new Provenance(role, PL.IMPORTING.getURI(), moment, null, null, terms.synthetic());
            Callable<List<RowAnswer>> work = () ->
                    new RegisterPage(register, mode == Mode.PREVIEW, provenance, at -> origin(digest, at)).record(page);
            List<RowAnswer> answered = mode == Mode.PREVIEW
                    ? QuarkusTransaction.joiningExisting().call(work)
                    : DerivedStores.transaction().call(work);
            page.clear();
            answered.forEach(this::answer);
        }

        private Origin origin(String digest, At at) {
            return new Origin(file.name(), digest, at.sheet(), Math.toIntExact(at.line()));
        }

        private void answer(RowAnswer answer) {
            switch (answer) {
                case RowAnswer.Accepted _ -> accepted++;
                case RowAnswer.Unchanged _ -> unchanged++;
                case Refused _ -> refused++;
                case RowAnswer.Noted _ -> {}
            }
            answers.accept(answer);
        }
    }
}
