package org.plumbline.fact.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.UUID;
import org.plumbline.account.Actor;
import org.plumbline.account.Person;
import org.plumbline.account.audit.Audit;
import org.plumbline.account.audit.Deed;
import org.plumbline.fact.ForeignForms;
import org.plumbline.rdf.Canonical;
import org.plumbline.rulebook.Text;
import org.plumbline.standard.Editions;

/** Takes files in: kept for good before they are acknowledged, so that a power cut loses none. */
@ApplicationScoped
public class Intake {
    private static final String UUID_FORM = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";
    private static final int LONGEST_KEY = 200;

    private final AnswerTable table;
    private final IntakeConfig config;
    private final Audit audit;
    private final Clock clock;
    private final ForeignForms foreign;
    private final Editions editions;

    Intake(AnswerTable table, IntakeConfig config, Audit audit, Clock clock, ForeignForms foreign, Editions editions) {
        this.foreign = foreign;
        this.editions = editions;
        this.table = table;
        this.config = config;
        this.audit = audit;
        this.clock = clock;
    }

    /** Names and titles of the mappings that may be named for a file of facts. */
    public SortedMap<String, Text> mappings() {
        return foreign.known(editions.list().getFirst().book());
    }

    /** A job, and whether it is new: false when the same request came before. */
    public record Taken(ImportJob job, boolean fresh) {}

    /**
     * Keeps a file to be read.
     *
     * @throws IntakeRefused when it is empty, no mapping has the name given, its key was used for another file, or too many wait already
     */
    @Transactional(rollbackOn = IntakeRefused.class)
    public Taken take(Handed file, Actor by) throws IntakeRefused {
        if (file.kind() == ImportJob.Kind.REGISTER) {
            by.requireEverywhere(file.kind().act());
        } else {
            by.require(file.kind().act());
        }
        String key = file.key();
        if (key != null && (key.isBlank() || key.length() > LONGEST_KEY)) {
            throw new IntakeRefused("key.form", 400);
        }
        if (file.bytes().length == 0) {
            throw new IntakeRefused("empty", 400);
        }
        if (file.mapping() != null && !mappings().containsKey(file.mapping())) {
            throw new IntakeRefused("mapping", 400);
        }
        // One request of a person at a time, so that the same one twice at once is still one, and so is the last free
        // place.
        Person.findById(by.person(), LockModeType.PESSIMISTIC_WRITE);
        String digest = HexFormat.of().formatHex(Canonical.hash(file.bytes()));
        Optional<ImportJob> before = key == null ? Optional.empty() : ImportJob.ofKey(by.person(), key);
        if (before.isPresent()) {
            ImportJob job = before.get();
            if (!job.digest.equals(digest)
                    || job.kind != file.kind()
                    || job.synthetic != file.synthetic()
                    || job.preview != file.preview()
                    || !Objects.equals(job.mapping, file.mapping())
                    || !Objects.equals(job.fromDate, file.from())) {
                throw new IntakeRefused("key.used", 422);
            }
            return new Taken(job, false);
        }
        if (ImportJob.open(by.person()) >= config.waiting()) {
            throw new IntakeRefused("waiting", 429);
        }
        ImportJob job = new ImportJob(UUID.randomUUID(), by, file, digest, clock.instant());
        job.persistAndFlush();
        table.keep(job.id, AnswerTable.Part.CONTENT, new AnswerTable.Kept(file.name(), file.bytes()));
        audit.note(
                by.login(),
                by.address(),
                Deed.with(file.name(), "hand-in-" + file.kind().code(), "sha256:" + digest + " as " + job.id));
        return new Taken(job, true);
    }

    /**
     * Hands in again, to be recorded, what was looked at.
     *
     * @throws IntakeRefused when it was no preview, is not over, its file is not kept, or too many wait already
     */
    @Transactional(rollbackOn = IntakeRefused.class)
    public Taken record(ImportJob seen, Actor by) throws IntakeRefused {
        var kept = table.file(seen.id, AnswerTable.Part.CONTENT);
        if (!seen.preview || !seen.state.ended() || kept.isEmpty()) {
            throw new IntakeRefused("preview.gone", 409);
        }
        return take(
                new Handed(
                        seen.kind,
                        seen.fileName,
                        kept.get().bytes(),
                        seen.synthetic,
                        seen.fromDate,
                        false,
                        seen.mapping,
                        "record " + seen.id),
                by);
    }

    /** An import by its id as it stands in an address; empty when there is none, or it is not this person's to see. */
    public Optional<ImportJob> find(String id, Actor actor) {
        return id.matches(UUID_FORM)
                ? ImportJob.byId(UUID.fromString(id)).filter(job -> job.visible(actor))
                : Optional.empty();
    }

    /** Answers after a number, in the order of rows; of one kind, or of all. */
    public List<Told> answers(ImportJob job, long after, Optional<Told.Kind> kind, int limit) {
        return table.after(job.id, after, kind, limit);
    }

    /** A file to give back. */
    @SuppressWarnings("ArrayRecordComponent")
    public record Back(String name, byte[] bytes) {}

    /** The refused rows in the form they came in, with the reasons; empty when none was refused. */
    public Optional<Back> refused(ImportJob job) {
        return table.file(job.id, AnswerTable.Part.REFUSED).map(kept -> new Back(kept.name(), kept.bytes()));
    }
}
