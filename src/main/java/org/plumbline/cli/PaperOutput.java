package org.plumbline.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plumbline.report.AssessmentReport;
import org.plumbline.report.Print;
import org.plumbline.report.ReportPrinter;
import org.plumbline.report.SiteReport;
import org.plumbline.report.Words;
import org.plumbline.rulebook.Evaluator;
import org.plumbline.rulebook.SiteRecord;
import org.plumbline.rulebook.Text;
import org.plumbline.rulebook.json.AssessmentWriter;
import org.plumbline.standard.Edition;

/** The reports of {@code assess --format pdf}, {@code docx} and {@code xlsx}: one file, or a folder of one a site. */
final class PaperOutput {
    private PaperOutput() {}

    static int write(
            Edition edition,
            List<FactsArgument.Stated> sites,
            Evaluator evaluator,
            int day,
            Print print,
            @Nullable Path out)
            throws IOException {
        if (out == null) {
            throw new CommandFailure(
                    "A " + print.form() + " is no text for a terminal. Say with --out where to write it.");
        }
        boolean several = sites.size() > 1;
        if (several) {
            Files.createDirectories(out);
        }
        ReportPrinter printer = new ReportPrinter();
        for (FactsArgument.Stated site : sites) {
            Map<String, ?> assessment = AssessmentWriter.object(
                    evaluator.assess(site.record(), day), edition.rulebookHash(), site.provenance());
            byte[] paper = printer.print(SiteReport.of(edition, assessment, frame(edition, site.record(), day)), print);
            String code = code(site.record());
            Files.write(several ? out.resolve(code + "." + print.suffix()) : out, paper);
        }
        return 0;
    }

    private static String code(SiteRecord record) {
        String iri = record.site();
        return iri.substring(Math.max(iri.lastIndexOf('/'), iri.lastIndexOf('#')) + 1);
    }

    private static SiteReport.Frame frame(Edition edition, SiteRecord record, int day) {
        Text siteClass = edition.rulebook().classes().get(record.siteClass()).label();
        Words none = Words.same("—");
        return new SiteReport.Frame(
                code(record) + "/" + LocalDate.ofEpochDay(day),
                none,
                new AssessmentReport.Site(
                        Words.same(code(record)),
                        code(record),
                        new Words(siteClass.zh(), siteClass.en()),
                        none,
                        none,
                        none),
                null,
                0,
                "",
                false,
                null);
    }
}
