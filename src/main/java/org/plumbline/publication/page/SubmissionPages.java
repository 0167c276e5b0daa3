package org.plumbline.publication.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.NotFoundException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plumbline.ledger.Checkpoint;
import org.plumbline.ledger.LedgerConfig;
import org.plumbline.ledger.Provenance.Origin;
import org.plumbline.publication.graph.Form;
import org.plumbline.publication.snapshot.PlaceTable;
import org.plumbline.publication.snapshot.Publications;
import org.plumbline.publication.snapshot.SubmissionTable;
import org.plumbline.publication.snapshot.SubmissionTable.Head;
import org.plumbline.publication.snapshot.SubmissionTable.Published;
import org.plumbline.publication.view.Place;
import org.plumbline.publication.view.Source;
import org.plumbline.publication.view.SubmissionView;
import org.plumbline.publication.view.SubmissionView.ClauseLink;
import org.plumbline.publication.view.SubmissionView.Entry;
import org.plumbline.publication.view.SubmissionView.Judgement;
import org.plumbline.publication.view.SubmissionView.Observation;
import org.plumbline.publication.view.Value;
import org.plumbline.web.Crumb;
import org.plumbline.web.Face;
import org.plumbline.web.Format;
import org.plumbline.web.Lang;
import org.plumbline.web.Text;

/** Fills the page of a submission. */
@ApplicationScoped
class SubmissionPages {
    private static final Map<String, Text> METHODS = Map.of(
            "Importing", new Text("表格导入", "imported from a table"),
            "Visiting", new Text("现场检查", "a visit"),
            "Withdrawing", new Text("撤回误导入", "taken back, imported by mistake"),
            "Assessing", new Text("系统记录", "recorded by the system"));

    private final SubmissionTable submissions;
    private final Publications publications;
    private final PlaceTable places;
    private final ZoneId zone;

    SubmissionPages(SubmissionTable submissions, Publications publications, PlaceTable places, LedgerConfig config) {
        this.submissions = submissions;
        this.publications = publications;
        this.places = places;
        this.zone = config.zone();
    }

    /** The page's template. */
    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance submission(SubmissionView view);
    }

    /**
     * The page as HTML.
     *
     * @throws NotFoundException when the publication holds no submission of this uuid
     */
    String html(Shot shot, Lang lang, UUID id) {
        Published found = submissions.find(shot.publication(), id).orElseThrow(NotFoundException::new);
        return Templates.submission(view(shot, lang, id, found)).render();
    }

    /** The submission as data. */
    static List<Face> faces(Shot shot, UUID id) {
        return Form.faces(shot.inTime("/submission/" + id));
    }

    private SubmissionView view(Shot shot, Lang lang, UUID id, Published found) {
        Head head = found.head();
        var provenance = found.provenance();
        Origin origin = provenance.origin();
        var earlier = provenance.supersedes();
        Place subject = subject(shot, head.subject());
        Set<String> read = submissions.read(shot.id(), id);
        List<Crumb> trail = subject.linked() ? List.of(new Crumb(subject.name(), subject.path())) : List.<Crumb>of();
        return new SubmissionView(
                shot.page(lang, "/submission/" + id, trail, faces(shot, id)),
                head.id(),
                subject,
                Objects.requireNonNullElse(UsedFacts.source(head.source()), Source.MANAGER),
                method(provenance.activity()),
                head.observedOn(),
                Format.moment(provenance.recordedAt(), zone),
                origin == null ? null : origin.fileName(),
                origin == null ? null : row(origin),
                origin == null || origin.digest() == null ? null : "sha256:" + origin.digest(),
                earlier == null ? List.of() : List.of(earlier.submission()),
                earlier == null ? null : Text.same(earlier.why()),
                submissions.replacing(shot.publication(), id),
                observations(shot, found, read),
                judgements(found),
                found.withheld(),
                entry(head));
    }

    private Place subject(Shot shot, String subject) {
        String code = subject.substring(subject.indexOf('/') + 1);
        if (subject.startsWith("site/")) {
            return places.site(shot.id(), code)
                    .map(site -> new Place(code, site.name(), "/site/" + code))
                    .orElse(new Place(code, Text.same(code), ""));
        }
        return places.place(shot.id(), code).map(shot::place).orElse(new Place(code, Text.same(code), ""));
    }

    private static Text method(String activity) {
        String name = activity.replaceFirst(".*[#/]", "");
        return METHODS.getOrDefault(name, Text.same(name));
    }

    private static @Nullable String row(Origin origin) {
        if (origin.row() == null) {
            return origin.sheet();
        }
        return origin.sheet() == null ? String.valueOf(origin.row()) : origin.sheet() + "!" + origin.row();
    }

    private static List<Observation> observations(Shot shot, Published found, Set<String> read) {
        FactValues values = new FactValues(shot.edition().book());
        ClauseReaders readers = new ClauseReaders(shot.editions());
        List<Observation> observations = new ArrayList<>();
        found.observations().forEach((name, stated) -> {
            Map<?, ?> entry = Verdict.map(stated);
            boolean current = read.contains(name);
            List<ClauseLink> clauses = readers.of(name);
            Value value = values.of(name, entry);
            observations.add(new Observation(
                    name, "", values.label(name), value == null ? Value.none() : value, current, clauses));
            Verdict.map(entry.get("records"))
                    .forEach((key, members) -> Verdict.map(members).forEach((member, said) -> {
                        String fact = String.valueOf(member);
                        Value one = values.of(fact, Verdict.map(said));
                        observations.add(new Observation(
                                fact,
                                String.valueOf(key),
                                values.label(fact),
                                one == null ? Value.none() : one,
                                current,
                                readers.of(fact)));
                    }));
        });
        return observations;
    }

    private static List<Judgement> judgements(Published found) {
        List<Judgement> judgements = new ArrayList<>();
        found.judgements().forEach((clause, stated) -> {
            Map<?, ?> entry = Verdict.map(stated);
            String number = clause.substring(clause.lastIndexOf('/') + 1);
            String path = clause.contains("/standard/") ? clause.substring(clause.indexOf("/standard/")) : "";
            judgements.add(new Judgement(
                    new ClauseLink(number, path),
                    String.valueOf(entry.get("outcome")),
                    Text.same(String.valueOf(entry.get("reason")))));
        });
        return judgements;
    }

    private Entry entry(Head head) {
        Optional<Checkpoint> sealed = publications.covering(head.position());
        return new Entry(
                head.position(),
                hash(head.hash()),
                hash(head.chain()),
                head.before() == null ? null : hash(head.before()),
                sealed.map(Checkpoint::length).orElse(null),
                sealed.map(Checkpoint::date).orElse(null));
    }

    /** A hash that is not public stands as a dash. */
    private static String hash(@Nullable String hash) {
        return hash == null ? "—" : "sha256:" + hash;
    }
}
