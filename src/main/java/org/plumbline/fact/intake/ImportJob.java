package org.plumbline.fact.intake;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plumbline.account.Act;
import org.plumbline.account.Actor;

/** A file that was handed in, and what became of it. */
@Entity
@Table(name = "import_job")
public class ImportJob extends PanacheEntityBase {
    /** What a file holds. */
    public enum Kind {
        /** Facts and judgements of sites. */
        FACTS(Act.IMPORT_FACTS),
        /** Places and sites. */
        REGISTER(Act.IMPORT_REGISTER);

        private final Act act;

        Kind(Act act) {
            this.act = act;
        }

        /** What one must be allowed to do to hand it in. */
        public Act act() {
            return act;
        }

        /** Its name in addresses: {@code facts}. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** How far it is. */
    public enum State {
        /** Kept, and not yet begun. */
        WAITING,
        /** Being read; rows are recorded and answered. */
        READING,
        /** Read to its end; every row has its answer. */
        DONE,
        /** Nothing can be read from it; nothing was recorded. */
        UNREADABLE,
        /** A fault of ours; what was answered is recorded, and handing it in again takes nothing twice. */
        FAILED;

        /** Its name in data and labels: {@code waiting}. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Whether nothing more will happen. */
        public boolean ended() {
            return this != WAITING && this != READING;
        }
    }

    @Id
    public UUID id;

    @Enumerated(EnumType.STRING)
    public Kind kind;

    /** Name without its folder. */
    @Column(name = "file_name")
    public String fileName;

    /** SHA-256 of the file, hexadecimal. */
    public String digest;

    /** Whether what it holds is made up. */
    public boolean synthetic;

    /** Register: the day from which it holds. */
    @Column(name = "from_date")
    public @Nullable LocalDate fromDate;

    /** Whether nothing is recorded, and the answers say what would be. */
    public boolean preview;

    /** Name of the mapping that reads it; null to choose by the heads. */
    public @Nullable String mapping;

    /** Row of the person who handed it in. */
    public long person;

    public String login;

    public String address;

    /** The sender's own name for the request, so that sending it again does nothing. */
    public @Nullable String idempotency;

    @Enumerated(EnumType.STRING)
    public State state;

    /** Rows answered so far. */
    public long rows;

    public long accepted;
    public long warned;
    public long unchanged;
    public long refused;

    /** Submissions, or changes of the register, that were added to the ledger. */
    public long recorded;

    @Column(name = "fault_zh")
    public @Nullable String faultZh;

    @Column(name = "fault_en")
    public @Nullable String faultEn;

    @Column(name = "created_at")
    public Instant createdAt;

    @Column(name = "ended_at")
    public @Nullable Instant endedAt;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    protected ImportJob() {}

    ImportJob(UUID id, Actor by, Handed file, String digest, Instant now) {
        this.id = id;
        this.kind = file.kind();
        this.fileName = file.name();
        this.digest = digest;
        this.synthetic = file.synthetic();
        this.fromDate = file.from();
        this.preview = file.preview();
        this.mapping = file.mapping();
        this.person = by.person();
        this.login = by.login();
        this.address = by.address();
        this.idempotency = file.key();
        this.state = State.WAITING;
        this.createdAt = now;
    }

    /** The job of an id. */
    public static Optional<ImportJob> byId(UUID id) {
        return findByIdOptional(id);
    }

    static Optional<ImportJob> ofKey(long person, String key) {
        return find("person = ?1 and idempotency = ?2", person, key).firstResultOptional();
    }

    static long open(long person) {
        return count("person = ?1 and state in (WAITING, READING)", person);
    }

    /** Jobs that have not ended, the oldest first. */
    static List<ImportJob> open() {
        return list("state in (WAITING, READING) order by createdAt");
    }

    /** The latest jobs that somebody may see: one's own, or everybody's for who sees all work. */
    public static List<ImportJob> latest(Actor actor, int limit) {
        return actor.mayEverywhere(Act.SEE_WORK)
                ? ImportJob.<ImportJob>find("order by createdAt desc")
                        .page(0, limit)
                        .list()
                : ImportJob.<ImportJob>find("person = ?1 order by createdAt desc", actor.person())
                        .page(0, limit)
                        .list();
    }

    /** Whether somebody may see it. */
    public boolean visible(Actor actor) {
        return person == actor.person() || actor.mayEverywhere(Act.SEE_WORK);
    }

    void end(State ended, Instant now, @Nullable String zh, @Nullable String en) {
        state = ended;
        endedAt = now;
        faultZh = zh;
        faultEn = en;
    }
}
