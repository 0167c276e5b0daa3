package org.plumbline.report;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.text.MessageFormat;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JRParameter;
import net.sf.jasperreports.engine.JasperCompileManager;
import net.sf.jasperreports.engine.JasperFillManager;
import net.sf.jasperreports.engine.JasperPrint;
import net.sf.jasperreports.engine.JasperReport;
import net.sf.jasperreports.engine.data.JRMapCollectionDataSource;
import net.sf.jasperreports.export.SimpleExporterInput;
import net.sf.jasperreports.export.SimpleOutputStreamExporterOutput;
import net.sf.jasperreports.pdf.JRPdfExporter;
import net.sf.jasperreports.pdf.SimplePdfExporterConfiguration;
import net.sf.jasperreports.pdf.SimplePdfReportConfiguration;
import net.sf.jasperreports.pdf.type.PdfVersionEnum;
import net.sf.jasperreports.pdf.type.PdfaConformanceEnum;

/**
 * Prints reports in two languages or in one: as tagged PDF (PDF/A-3a and PDF/UA-1) with the data attached, and as DOCX for those who edit.
 *
 * <p>Templates are our own files in {@code reports/}, compiled at first use and kept; none is ever taken from a user. Safe
 * for use by many threads. The same report gives the same bytes of a PDF, on any day and any machine;
 * a workbook carries the time of its writing.
 */
@ApplicationScoped
public class ReportPrinter {

    private static final String FOLDER = "reports/";
    private static final String LABELS = "assessment";

    private final Map<String, JasperReport> templates = new ConcurrentHashMap<>();
    private volatile boolean warm;

    /**
     * Compiles the templates and loads the fonts by printing a report of nothing, so that the first reader does not wait
     * for it (some seconds). May be called from any thread, any number of times.
     */
    public void warmUp() {
        if (!warm) {
            print(blank(), Print.SIGNED);
            warm = true;
        }
    }

    /**
     * The assessment of one site. Only a PDF carries its data and is an archive.
     *
     * @throws UncheckedIOException if a template, a font or a label is missing or wrong: our fault, never the data's
     */
    public byte[] print(AssessmentReport report, Print print) {
        return switch (print.form()) {
            case PDF -> pdf(report.document(), report.toString(), sections(report), print.tongue(), Watch.NONE);
            case DOCX -> print.tongue().in(() -> docx(new AssessmentTables(report, labels()).paper()));
            case XLSX ->
                print.tongue().in(() -> PaperWorkbook.write(new AssessmentTables(report, labels()).paper(), labels()));
        };
    }

    /** A paper of tables; see {@link #print(AssessmentReport, Print)}. */
    public byte[] print(Paper paper, Print print) {
        return switch (print.form()) {
            case PDF -> pdf(paper.document(), paper.toString(), sections(paper), print.tongue(), Watch.NONE);
            case DOCX -> print.tongue().in(() -> docx(paper));
            case XLSX -> print.tongue().in(() -> PaperWorkbook.write(paper, labels()));
        };
    }

    /** The sections of an assessment. */
    static Function<Labels, List<Section>> sections(AssessmentReport report) {
        return labels -> new AssessmentSections(report, labels).all();
    }

    private static Function<Labels, List<Section>> sections(Paper paper) {
        return labels -> new PaperSections(paper, labels).all();
    }

    /** Is told when a step of printing is done, for those who measure how long each takes. */
    interface Watch {
        Watch NONE = (step, print) -> {};

        /** A step is done: {@code fill}, {@code export} or {@code finish}. */
        void done(String step, JasperPrint print) throws JRException;
    }

    byte[] pdf(
            Document document, String identity, Function<Labels, List<Section>> sections, Tongue tongue, Watch watch) {
        return tongue.in(() -> {
            try {
                var labels = labels();
                var print = fill(document, sections.apply(labels), labels);
                watch.done("fill", print);
                var exported = export(print, document);
                watch.done("export", print);
                var finished = new ArchivePdf(document, tongue + identity).finish(exported);
                watch.done("finish", print);
                return finished;
            } catch (JRException e) {
                throw new UncheckedIOException(
                        "A template in " + FOLDER + " cannot be printed: " + e.getMessage(), new IOException(e));
            } catch (IOException e) {
                throw cannot(document, e);
            }
        });
    }

    private static byte[] docx(Paper paper) {
        try {
            return DocxFile.write(paper, labels());
        } catch (IOException e) {
            throw cannot(paper.document(), e);
        }
    }

    private static UncheckedIOException cannot(Document document, IOException e) {
        return new UncheckedIOException("The paper " + document.number() + " cannot be printed: " + e.getMessage(), e);
    }

    private static Labels labels() {
        try {
            return Labels.of(FOLDER + LABELS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A list of contents is filled once more, when it is known on which pages its sections came to stand. */
    private JasperPrint fill(Document document, List<Section> sections, Labels labels) throws JRException, IOException {
        var print = fillOnce(document, sections, labels);
        return sections.stream().anyMatch(Contents::is)
                ? fillOnce(document, Contents.paged(sections, print.getBookmarks()), labels)
                : print;
    }

    private JasperPrint fillOnce(Document document, List<Section> sections, Labels labels)
            throws JRException, IOException {
        var rows = new ArrayList<Map<String, ?>>();
        for (var section : sections) {
            rows.add(Map.of(
                    "template",
                    template(section.template()),
                    "newPage",
                    section.newPage(),
                    "parameters",
                    new HashMap<>(section.once()), // the engine writes into it
                    "rows",
                    new JRMapCollectionDataSource(section.rows())));
        }
        var parameters = new HashMap<String, Object>();
        parameters.put(JRParameter.REPORT_RESOURCE_BUNDLE, labels);
        parameters.put(JRParameter.REPORT_LOCALE, Locale.SIMPLIFIED_CHINESE);
        parameters.put(
                "synthetic",
                document.synthetic() == null ? null : document.synthetic().inline(6.5));
        parameters.put("footer", document.foot(labels));
        parameters.put("page", new MessageFormat(labels.words("page.of").apart("  "), Locale.ROOT));
        return JasperFillManager.fillReport(
                template("assessment/report"), parameters, new JRMapCollectionDataSource(rows));
    }

    private JasperReport template(String name) throws JRException, IOException {
        var known = templates.get(name);
        if (known != null) {
            return known;
        }
        try (var in = TableTemplate.is(name)
                ? new ByteArrayInputStream(TableTemplate.source(name))
                : Resources.open(FOLDER + name + ".jrxml")) {
            var compiled = JasperCompileManager.compileReport(in);
            templates.put(name, compiled);
            return compiled;
        }
    }

    private static byte[] export(JasperPrint print, Document document) throws JRException {
        var out = new ByteArrayOutputStream();
        var exporter = new JRPdfExporter();
        exporter.setExporterInput(new SimpleExporterInput(print));
        exporter.setExporterOutput(new SimpleOutputStreamExporterOutput(out));
        var configuration = new SimplePdfExporterConfiguration();
        configuration.setTagged(true);
        configuration.setTagLanguage(Tongue.now().tags().getFirst());
        configuration.setMetadataTitle(document.title().plain());
        configuration.setDisplayMetadataTitle(true);
        configuration.setCompressed(true);
        configuration.setPdfaConformance(PdfaConformanceEnum.PDFA_3A);
        configuration.setIccProfilePath("sRGB.icc");
        configuration.setPdfVersion(PdfVersionEnum.VERSION_1_7);
        exporter.setConfiguration(configuration);
        var breaks = new SimplePdfReportConfiguration();
        // Lines break in the file where they were measured to break: never before a Chinese comma.
        breaks.setForceLineBreakPolicy(true);
        exporter.setConfiguration(breaks);
        exporter.exportReport();
        return out.toByteArray();
    }

    /** A report of nothing. */
    private static AssessmentReport blank() {
        var none = Words.same("—");
        var result = new AssessmentReport.Result(
                null,
                null,
                null,
                null,
                0,
                null,
                null,
                BigDecimal.ZERO,
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                null);
        return new AssessmentReport(
                none,
                "—",
                none,
                new AssessmentReport.Site(none, "—", none, none, none, none),
                new AssessmentReport.Standard(none, "—", none, none),
                LocalDate.EPOCH,
                result,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                new AssessmentReport.Proof("—", 0, "", "—", null),
                "{}",
                null);
    }
}
