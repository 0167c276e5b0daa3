package org.plumbline.fact.intake;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.plumbline.account.Actor;
import org.plumbline.account.NotAllowed;
import org.plumbline.account.SignIn;
import org.plumbline.fact.Answer;
import org.plumbline.fact.FactForm;
import org.plumbline.fact.FactImporter;
import org.plumbline.ledger.Alone;
import org.plumbline.ledger.StorageFault;
import org.plumbline.place.RefusedRegister;
import org.plumbline.place.RegisterFile;
import org.plumbline.place.RegisterImporter;
import org.plumbline.place.RowAnswer;
import org.plumbline.standard.Editions;
import org.plumbline.table.TableFile;
import org.plumbline.table.UnreadableFile;

/**
 * Reads the files that wait, one after another, in the background. Several servers on one database share the work, see
 * {@link Alone}.
 */
@ApplicationScoped
public class IntakeWork {
    private static final Logger LOG = Logger.getLogger(IntakeWork.class);
    private static final int PAGE = 500;

    private final AnswerTable table;
    private final FactImporter facts;
    private final RegisterImporter register;
    private final Editions editions;
    private final SignIn signIn;
    private final Alone alone;
    private final Clock clock;
    private final ExecutorService worker = Executors.newSingleThreadExecutor(
            task -> Thread.ofPlatform().daemon().name("intake").unstarted(task));
    private final ScheduledExecutorService caretaker = Executors.newSingleThreadScheduledExecutor(
            task -> Thread.ofPlatform().daemon().name("intake-caretaker").unstarted(task));
    private final Set<UUID> queued = ConcurrentHashMap.newKeySet();

    IntakeWork(
            AnswerTable table,
            FactImporter facts,
            RegisterImporter register,
            Editions editions,
            SignIn signIn,
            Alone alone,
            Clock clock) {
        this.table = table;
        this.facts = facts;
        this.register = register;
        this.editions = editions;
        this.signIn = signIn;
        this.alone = alone;
        this.clock = clock;
    }

    /** Reads a job when its turn comes. */
    public void enqueue(UUID job) {
        if (queued.add(job)) {
            worker.execute(() -> {
                queued.remove(job);
                readAlone(job);
            });
        }
    }

    /**
     * Takes up what a stop or a power cut left, now and every minute: also what another server on the same database left when it was
     * killed.
     */
    public void begin() {
        caretaker.scheduleWithFixedDelay(this::resume, 0, 1, TimeUnit.MINUTES);
    }

    void resume() {
        try {
            QuarkusTransaction.requiringNew().call(ImportJob::open).forEach(job -> enqueue(job.id));
        } catch (RuntimeException e) {
            LOG.warnf(e, "Files that wait could not be looked up; that is tried again in a minute");
        }
    }

    @PreDestroy
    void stop() {
        caretaker.shutdownNow();
        worker.shutdownNow();
    }

    /** Reads a job unless another server does. */
    @ActivateRequestContext
    void readAlone(UUID id) {
        try {
            alone.run("import " + id, () -> read(id));
        } catch (SQLException | RuntimeException e) {
            LOG.errorf(e, "The import %s stopped; it is taken up again in a minute, or at the next start", id);
        }
    }

    private void read(UUID id) {
        ImportJob job = QuarkusTransaction.requiringNew().call(() -> {
            ImportJob found = ImportJob.byId(id).orElseThrow();
            if (!found.state.ended()) {
                found.state = ImportJob.State.READING;
                found.rows = 0;
            }
            return found;
        });
        var file = table.file(id, AnswerTable.Part.CONTENT);
        if (job.state.ended() || file.isEmpty()) {
            return;
        }
        Answers answers = new Answers(id);
        try {
            // Rights are looked up when the file is read: they may have been taken back since.
            Actor by = signIn.still(job.person, job.address)
                    .orElseThrow(() -> new UnreadableFile(
                            "提交人的账号已停用，文件未读取。",
                            "The account of who handed it in is closed, so the file was not read."));
            long recorded = switch (job.kind) {
                case FACTS -> facts(job, file.get().bytes(), by, answers);
                case REGISTER -> register(job, file.get().bytes(), by, answers);
            };
            answers.flush();
            end(job, ImportJob.State.DONE, recorded, null, null);
        } catch (UnreadableFile e) {
            end(job, ImportJob.State.UNREADABLE, 0, e.text().zh(), e.text().en());
        } catch (NotAllowed e) {
            String why = String.valueOf(e.getMessage());
            end(job, ImportJob.State.UNREADABLE, 0, "您没有这项权限：" + why, why);
        } catch (OutOfMemoryError | StackOverflowError e) {
            // Not taken up again: it would end the same way at every start.
            end(
                    job,
                    ImportJob.State.UNREADABLE,
                    0,
                    "文件过大或嵌套过深，内存不够，未能读完。请拆成几个较小的文件。",
                    "The file is too large or nested too deep for the memory there is. Split it into smaller ones.");
        } catch (IOException | RuntimeException e) {
            LOG.errorf(e, "The import %s failed", id);
            if (StorageFault.of(e).filter(StorageFault.FULL::equals).isPresent()) {
                end(
                        job,
                        ImportJob.State.FAILED,
                        0,
                        "磁盘已满，读取中断。已答复的行均已记录，其余没有记录。腾出空间后请再次提交同一文件，不会重复记录。",
                        "The disk is full. Rows that were answered are recorded, nothing else is. Make room and hand the same file in"
                                + " again; nothing is taken twice.");
                return;
            }
            end(
                    job,
                    ImportJob.State.FAILED,
                    0,
                    "系统出错，读取中断。已答复的行均已记录；请再次提交同一文件，不会重复记录。编号：" + id,
                    "Something failed on our side. Rows that were answered are recorded; hand the same file in again, nothing is"
                            + " taken twice. Reference: " + id);
        }
    }

    private long facts(ImportJob job, byte[] content, Actor by, Answers answers) throws IOException {
        FactForm form = FactForm.of(editions.list());
        TableFile file = new TableFile(job.fileName, content);
        FactImporter.Terms terms = new FactImporter.Terms(by, job.synthetic, job.mapping);
        Consumer<Answer> told = answer -> answers.accept(Told.of(answers.next(), answer));
        FactImporter.Imported imported =
                job.preview ? facts.preview(file, form, terms, told) : facts.read(file, form, terms, told);
        // What is told of the file as a whole needs confirming, and belongs to no row.
        imported.content()
                .notes()
                .forEach(note -> answers.accept(
                        new Told(answers.next(), Told.Kind.WARNED, "", note.message("zh"), note.message("en"))));
        imported.content()
                .faults()
                .forEach(fault -> answers.accept(
                        new Told(answers.next(), Told.Kind.REFUSED, "", fault.message("zh"), fault.message("en"))));
        if (imported.refused() > 0) {
            table.keep(job.id, AnswerTable.Part.REFUSED, RefusedFile.facts(job.fileName, imported.content(), form));
        }
        return job.preview ? 0 : imported.recorded();
    }

    private long register(ImportJob job, byte[] content, Actor by, Answers answers) throws IOException {
        LocalDate from = job.fromDate != null ? job.fromDate : LocalDate.ofInstant(job.createdAt, clock.getZone());
        RegisterFile file = RegisterFile.of(job.fileName, content);
        RegisterImporter.Terms terms = new RegisterImporter.Terms(from, by, job.synthetic);
        RefusedRegister refused = new RefusedRegister(file);
        Consumer<RowAnswer> told = answer -> {
            answers.accept(Told.of(answers.next(), answer));
            refused.accept(answer);
        };
        RegisterImporter.Summary summary =
                job.preview ? register.preview(file, terms, told) : register.read(file, terms, told);
        Optional<AnswerTable.Kept> kept = RefusedFile.register(refused);
        if (kept.isPresent()) {
            table.keep(job.id, AnswerTable.Part.REFUSED, kept.get());
        }
        if (job.preview) {
            return 0;
        }
        return summary.accepted();
    }

    private void end(ImportJob job, ImportJob.State state, long recorded, @Nullable String zh, @Nullable String en) {
        QuarkusTransaction.requiringNew().run(() -> {
            ImportJob now = ImportJob.byId(job.id).orElseThrow();
            now.accepted = table.count(job.id, Told.Kind.ACCEPTED);
            now.warned = table.count(job.id, Told.Kind.WARNED);
            now.unchanged = table.count(job.id, Told.Kind.UNCHANGED);
            now.refused = table.count(job.id, Told.Kind.REFUSED);
            now.rows = now.accepted + now.warned + now.unchanged + now.refused;
            now.recorded = recorded;
            now.end(state, clock.instant(), zh, en);
            // A preview's file is wanted again when it is recorded.
            if (state != ImportJob.State.FAILED && !now.preview) {
                table.drop(job.id, AnswerTable.Part.CONTENT);
            }
        });
    }

    /** Keeps answers a page at a time and notes how far the job is. */
    private final class Answers implements Consumer<Told> {
        private final UUID job;
        private final List<Told> page = new ArrayList<>();
        private long number;

        Answers(UUID job) {
            this.job = job;
        }

        long next() {
            return ++number;
        }

        @Override
        public void accept(Told told) {
            page.add(told);
            if (page.size() == PAGE) {
                flush();
            }
        }

        void flush() {
            QuarkusTransaction.requiringNew().run(() -> {
                table.write(job, page);
                ImportJob.update("rows = ?1 where id = ?2", number, job);
            });
            page.clear();
        }
    }
}
