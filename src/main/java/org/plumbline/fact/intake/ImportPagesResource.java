package org.plumbline.fact.intake;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;
import org.plumbline.account.Act;
import org.plumbline.account.Actor;
import org.plumbline.account.Asking;
import org.plumbline.account.page.Desk;
import org.plumbline.account.page.WorkAnswers;
import org.plumbline.fact.Template;
import org.plumbline.fact.Withdrawal;
import org.plumbline.place.RegisterWithdrawal;
import org.plumbline.standard.Editions;
import org.plumbline.web.Choice;
import org.plumbline.web.Format;
import org.plumbline.web.Labels;
import org.plumbline.web.Lang;
import org.plumbline.web.Paging;
import org.plumbline.web.Text;

/** The pages of imports: hand in a file, see how far it is, read the answers, fetch what was refused. */
@Path("/{lang:zh|en}/work/imports")
@RunOnVirtualThread
public class ImportPagesResource {
    private static final String IMPORTS = "/work/imports";
    private static final int LATEST = 30;
    private static final int PAGE = 50;

    private final Asking asking;
    private final Intake intake;
    private final IntakeWork work;
    private final Withdrawal withdrawal;
    private final RegisterWithdrawal registerWithdrawal;
    private final Editions editions;
    private final Clock clock;

    ImportPagesResource(
            Asking asking,
            Intake intake,
            IntakeWork work,
            Withdrawal withdrawal,
            RegisterWithdrawal registerWithdrawal,
            Editions editions,
            Clock clock) {
        this.registerWithdrawal = registerWithdrawal;
        this.asking = asking;
        this.intake = intake;
        this.work = work;
        this.withdrawal = withdrawal;
        this.editions = editions;
        this.clock = clock;
    }

    /** The pages. */
    @CheckedTemplate(basePath = "ImportPages")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance imports(Desk d, List<Row> rows, List<ImportJob.Kind> kinds, List<Form> forms);

        static native TemplateInstance one(
                Desk d, Row row, List<Choice> filters, List<String> told, String older, boolean withdrawable);
    }

    /** A form of somebody else that a mapping reads: its name and title. */
    public record Form(String name, Text title) {}

    /** An import as a row: its data, and when it was handed in, as text. */
    public record Row(ImportView view, String at, String by) {}

    /** The latest imports and the form. */
    @GET
    @PermissionsAllowed("see-work")
    public Response all(@PathParam("lang") String language, @QueryParam("said") @DefaultValue("") String said) {
        Lang lang = Lang.of(language);
        return WorkAnswers.page(lang, list(Desk.of(lang, IMPORTS, asking.actor(), said)));
    }

    /** Takes a file in and leads to its page. */
    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @PermissionsAllowed({"import-facts", "import-register"})
    public Response handIn(
            @PathParam("lang") String language,
            @RestForm("file") @Nullable FileUpload upload,
            @RestForm("kind") @DefaultValue("facts") String kind,
            @RestForm("from") @DefaultValue("") String from,
            @RestForm("synthetic") @DefaultValue("false") boolean synthetic,
            @RestForm("preview") @DefaultValue("false") boolean preview,
            @RestForm("mapping") @DefaultValue("") String mapping)
            throws IOException {
        Lang lang = Lang.of(language);
        Actor actor = asking.actor();
        try {
            if (upload == null || upload.fileName().isBlank()) {
                throw new IntakeRefused("file.missing", 400);
            }
            byte[] bytes = Files.readAllBytes(upload.uploadedFile());
            Handed file = new Handed(
                    ImportResource.kind(kind),
                    upload.fileName(),
                    bytes,
                    synthetic,
                    ImportResource.day(from),
                    preview,
                    mapping,
                    null);
            ImportJob job = intake.take(file, actor).job();
            work.enqueue(job.id);
            return WorkAnswers.seeOther(lang, IMPORTS + "/" + job.id);
        } catch (IntakeRefused e) {
            Desk desk = Desk.of(lang, IMPORTS, actor, "");
            return WorkAnswers.page(
                    Response.Status.fromStatusCode(e.status()),
                    lang,
                    list(desk.refusing(desk.p().say("refused." + e.key()))));
        }
    }

    /** The template to fill in: a workbook for all editions. */
    @GET
    @Path("template.xlsx")
    @PermissionsAllowed("import-facts")
    public Response template() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Template.write(editions.list(), bytes);
        return Downloads.of(new Intake.Back("plumbline-template.xlsx", bytes.toByteArray()));
    }

    /** How far an import is, and the answers to its rows. */
    @GET
    @Path("{id}")
    @PermissionsAllowed("see-work")
    public Response one(
            @PathParam("lang") String language,
            @PathParam("id") String id,
            @QueryParam("kind") @DefaultValue("") String kind,
            @QueryParam("after") @DefaultValue("0") long after,
            @QueryParam("said") @DefaultValue("") String said) {
        Lang lang = Lang.of(language);
        ImportJob job = need(id);
        String path = IMPORTS + "/" + job.id;
        Optional<Told.Kind> wanted = ImportResource.told(kind);
        List<Told> answers = intake.answers(job, after, wanted, PAGE);
        List<String> told = answers.stream()
                .map(one -> lang == Lang.ZH ? one.zh() : one.en())
                .toList();
        String more = answers.size() < PAGE
                ? ""
                : Paging.with(
                        Paging.with(path, "kind", wanted.map(Told.Kind::code).orElse("")),
                        "after",
                        Long.toString(answers.getLast().number()));
        boolean withdrawable =
                !job.preview && job.state.ended() && asking.actor().mayEverywhere(Act.WITHDRAW);
        Desk desk = Desk.of(lang, path, asking.actor(), said);
        return WorkAnswers.page(
                lang,
                Templates.one(desk, row(job), filters(job, path, wanted), told, more, withdrawable)
                        .render());
    }

    /** The refused rows. */
    @GET
    @Path("{id}/refused")
    @PermissionsAllowed("see-work")
    public Response refusedRows(@PathParam("id") String id) {
        return Downloads.of(intake.refused(need(id)).orElseThrow(NotFoundException::new));
    }

    /** Records what a preview showed: whoever may import the like. */
    @POST
    @Path("{id}/record")
    @PermissionsAllowed({"import-facts", "import-register"})
    public Response record(@PathParam("lang") String language, @PathParam("id") String id) {
        Lang lang = Lang.of(language);
        Actor by = asking.actor();
        ImportJob seen = need(id);
        try {
            Intake.Taken taken = intake.record(seen, by);
            if (taken.fresh()) {
                work.enqueue(taken.job().id);
            }
            return WorkAnswers.seeOther(lang, IMPORTS + "/" + taken.job().id);
        } catch (IntakeRefused e) {
            return WorkAnswers.seeOther(lang, IMPORTS + "/" + seen.id + "?said=preview-gone");
        }
    }

    /** Takes back what was recorded from the file. */
    @POST
    @Path("{id}/withdraw")
    @PermissionsAllowed("withdraw")
    public Response withdraw(
            @PathParam("lang") String language,
            @PathParam("id") String id,
            @FormParam("why") @DefaultValue("") String why) {
        Lang lang = Lang.of(language);
        Actor by = asking.everywhere(Act.WITHDRAW);
        ImportJob job = need(id);
        if (job.preview || !job.state.ended() || why.isBlank()) {
            return WorkAnswers.seeOther(lang, IMPORTS + "/" + job.id + "?said=withdraw-why");
        }
        if (job.kind == ImportJob.Kind.REGISTER) {
            var taken = registerWithdrawal.ofFile(job.digest, job.synthetic, by, why.strip());
            String said = taken.left().isEmpty() ? "register-withdrawn" : "register-withdrawn-partly";
            return WorkAnswers.seeOther(lang, IMPORTS + "/" + job.id + "?said=" + said);
        }
        withdrawal.ofFile(job.digest, job.synthetic, by, why.strip());
        return WorkAnswers.seeOther(lang, IMPORTS + "/" + job.id + "?said=import-withdrawn");
    }

    private ImportJob need(String id) {
        return intake.find(id, asking.actor()).orElseThrow(NotFoundException::new);
    }

    private String list(Desk desk) {
        List<ImportJob.Kind> kinds = new ArrayList<>();
        if (desk.actor().may(Act.IMPORT_FACTS)) {
            kinds.add(ImportJob.Kind.FACTS);
        }
        if (desk.actor().mayEverywhere(Act.IMPORT_REGISTER)) {
            kinds.add(ImportJob.Kind.REGISTER);
        }
        List<Row> rows =
                ImportJob.latest(desk.actor(), LATEST).stream().map(this::row).toList();
        List<Form> forms = new ArrayList<>();
        intake.mappings().forEach((name, title) -> forms.add(new Form(name, new Text(title.zh(), title.en()))));
        return Templates.imports(desk, rows, kinds, forms).render();
    }

    private Row row(ImportJob job) {
        return new Row(ImportView.of(job), Format.moment(job.createdAt, clock.getZone()), job.login);
    }

    private static List<Choice> filters(ImportJob job, String path, Optional<Told.Kind> wanted) {
        List<Choice> filters = new ArrayList<>();
        filters.add(new Choice(Labels.text("told.all"), path, wanted.isEmpty(), job.rows));
        for (Told.Kind kind : Told.Kind.values()) {
            long count = switch (kind) {
                case ACCEPTED -> job.accepted;
                case WARNED -> job.warned;
                case UNCHANGED -> job.unchanged;
                case REFUSED -> job.refused;
            };
            filters.add(new Choice(
                    Labels.text("told." + kind.code()),
                    path + "?kind=" + kind.code(),
                    wanted.filter(kind::equals).isPresent(),
                    count));
        }
        return filters;
    }
}
