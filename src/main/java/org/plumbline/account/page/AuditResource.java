package org.plumbline.account.page;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import org.plumbline.account.Act;
import org.plumbline.account.Actor;
import org.plumbline.account.Asking;
import org.plumbline.account.audit.Audit;
import org.plumbline.account.audit.AuditEntry;
import org.plumbline.account.audit.Deed;
import org.plumbline.web.Format;
import org.plumbline.web.Labels;
import org.plumbline.web.Lang;
import org.plumbline.web.Paging;
import org.plumbline.web.SafeCell;

/** The audit trail as a page to search and as a file. For auditors and administrators of the whole installation. */
@Path("/{lang:zh|en}/work/audit")
@PermissionsAllowed("read-audit")
@RunOnVirtualThread
public class AuditResource {
    private static final String AUDIT = "/work/audit";
    private static final int PAGE = 50;
    private static final int LONGEST = 60;

    private final Asking asking;
    private final Audit audit;
    private final Clock clock;

    AuditResource(Asking asking, Audit audit, Clock clock) {
        this.asking = asking;
        this.audit = audit;
        this.clock = clock;
    }

    /** The page. */
    @CheckedTemplate(basePath = "AuditPages")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance audit(
                Desk d, List<Row> rows, List<Kind> acts, String words, String act, String older);
    }

    /** A kind of deed and its name. */
    public record Kind(String code, String name) {}

    /** An entry as a row. */
    public record Row(long position, String at, String who, String act, String what, String address, String why) {}

    /** Entries, the newest first. */
    @GET
    public Response page(
            @PathParam("lang") String language,
            @QueryParam("q") @DefaultValue("") String words,
            @QueryParam("act") @DefaultValue("") String act,
            @QueryParam("before") @DefaultValue("9223372036854775807") long before) {
        Lang lang = Lang.of(language);
        Desk desk = Desk.of(lang, AUDIT, asking.everywhere(Act.READ_AUDIT), "");
        String searched = words.length() > LONGEST ? words.substring(0, LONGEST) : words.strip();
        List<AuditEntry> found = audit.before(before, searched, act, PAGE + 1);
        List<Row> rows = found.stream().limit(PAGE).map(one -> row(lang, one)).toList();
        String here = Paging.with(Paging.with(AUDIT, "q", searched), "act", act);
        String older = found.size() > PAGE
                ? Paging.with(here, "before", Long.toString(found.get(PAGE - 1).position()))
                : "";
        List<Kind> kinds =
                audit.acts().stream().map(one -> new Kind(one, name(lang, one))).toList();
        return WorkAnswers.page(
                lang, Templates.audit(desk, rows, kinds, searched, act, older).render());
    }

    /** The whole trail, oldest first, as CSV; the export is itself an entry. */
    @GET
    @Path("export.csv")
    public Response export() {
        Actor actor = asking.everywhere(Act.READ_AUDIT);
        audit.note(actor.login(), actor.address(), new Deed("export-audit", "export.csv"));
        StreamingOutput csv = out -> {
            var text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
            text.write('\uFEFF');
            CsvWriter writer = CsvWriter.builder().build(text);
            writer.writeRecord("position", "at", "who", "act", "what", "address", "why");
            audit.all()
                    .forEach(one -> writer.writeRecord(
                            Long.toString(one.position()),
                            one.at().toString(),
                            SafeCell.writeAny(one.who()),
                            SafeCell.writeAny(one.act()),
                            SafeCell.writeAny(one.whole()),
                            SafeCell.writeAny(one.address()),
                            SafeCell.writeAny(one.why())));
            writer.flush();
            text.flush();
        };
        return Response.ok(csv, "text/csv;charset=UTF-8")
                .header("Content-Disposition", "attachment; filename=\"audit.csv\"")
                .header("Cache-Control", "no-store")
                .build();
    }

    /** The name of a kind of deed; the code of one that has none. */
    private static String name(Lang lang, String act) {
        String key = "deed." + act;
        return Labels.keys(lang).contains(key) ? Labels.say(lang, key) : act;
    }

    private Row row(Lang lang, AuditEntry entry) {
        return new Row(
                entry.position(),
                Format.moment(entry.at(), clock.getZone()),
                entry.who(),
                name(lang, entry.act()),
                entry.whole(),
                entry.address(),
                entry.why());
    }
}
