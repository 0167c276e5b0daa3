package org.plumbline.report;

import java.io.ByteArrayOutputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.LongAdder;
import net.sf.jasperreports.engine.JasperPrint;
import net.sf.jasperreports.export.SimpleExporterInput;
import net.sf.jasperreports.export.SimpleOutputStreamExporterOutput;
import net.sf.jasperreports.pdf.JRPdfExporter;
import org.plumbline.rulebook.Evaluator;
import org.plumbline.rulebook.SiteRecord;
import org.plumbline.rulebook.json.AssessmentWriter;
import org.plumbline.rulebook.json.Json;
import org.plumbline.rulebook.json.RecordWriter;
import org.plumbline.standard.Edition;
import org.plumbline.standard.MadeUpSites;

/**
 * Site assessments printed as PDF/A-3a and PDF/UA-1 on every core, beside JasperReports' own export of the same filled pages as a plain
 * PDF, which is neither.
 */
public final class ReportBenchmark {
    private static final int WARM_UP = 60;
    private static final int REPORTS = 240;
    private static final int ROUNDS = 3;
    private static final double LEAST_PER_SECOND = 3;

    private final ReportPrinter printer = new ReportPrinter();
    private final Map<String, LongAdder> steps = new TreeMap<>();
    private final LongAdder pages = new LongAdder();
    private final LongAdder bytes = new LongAdder();

    /** Runs it; exit 1 when fewer than three ten-page reports come in a second. */
    public static void main(String[] arguments) throws Exception {
        new ReportBenchmark().run();
    }

    private void run() throws Exception {
        int cores = Runtime.getRuntime().availableProcessors();
        List<AssessmentReport> reports = reports();
        double best = 0;
        try (ExecutorService pool = Executors.newFixedThreadPool(cores)) {
            all(pool, reports.subList(0, WARM_UP));
            for (int round = 0; round < ROUNDS; round++) {
                steps.clear();
                pages.reset();
                bytes.reset();
                long start = System.nanoTime();
                all(pool, reports);
                double seconds = (System.nanoTime() - start) / 1e9;
                // The plain exports of the peer take time of the same cores: theirs is taken off.
                double own = seconds - millis("peer") / 1e3 / cores;
                double tenPages = pages.sum() / 10.0 / own;
                best = Math.max(best, tenPages);
                tell(round, cores, own, tenPages);
            }
        }
        System.out.printf(
                Locale.ROOT, "best: %.2f ten-page reports a second (bar %.0f, stretch 10)%n", best, LEAST_PER_SECOND);
        System.exit(best < LEAST_PER_SECOND ? 1 : 0);
    }

    private void tell(int round, int cores, double seconds, double tenPages) {
        double fill = millis("fill") / REPORTS;
        double export = millis("export") / REPORTS;
        double finish = millis("finish") / REPORTS;
        double peer = millis("peer") / REPORTS;
        System.out.printf(
                Locale.ROOT,
                "round %d: %d reports of %.1f pages and %d kB in %.1f s on %d cores, %.2f ten-page reports a second%n"
                        + "  a report: fill %.1f ms, export %.1f ms, post-processing %.1f ms;"
                        + " plain export by JasperReports %.1f ms; all of ours %.2f times fill and plain export%n",
                round + 1,
                REPORTS,
                pages.sum() / (double) REPORTS,
                bytes.sum() / REPORTS / 1000,
                seconds,
                cores,
                tenPages,
                fill,
                export,
                finish,
                peer,
                (fill + export + finish) / (fill + peer));
    }

    private double millis(String step) {
        return steps.getOrDefault(step, new LongAdder()).sum() / 1e6;
    }

    private void all(ExecutorService pool, List<AssessmentReport> reports) throws Exception {
        for (String step : List.of("fill", "export", "finish", "peer")) {
            steps.put(step, new LongAdder());
        }
        List<Callable<Void>> tasks = new ArrayList<>();
        reports.forEach(report -> tasks.add(() -> {
            print(report);
            return null;
        }));
        for (Future<Void> one : pool.invokeAll(tasks)) {
            one.get();
        }
    }

    private void print(AssessmentReport report) throws Exception {
        long[] last = {System.nanoTime()};
        JasperPrint[] filled = new JasperPrint[1];
        byte[] pdf = printer.pdf(
                report.document(), report.toString(), ReportPrinter.sections(report), Tongue.BOTH, (step, print) -> {
                    long now = System.nanoTime();
                    steps.get(step).add(now - last[0]);
                    last[0] = now;
                    filled[0] = print;
                });
        pages.add(filled[0].getPages().size());
        bytes.add(pdf.length);
        long start = System.nanoTime();
        plain(filled[0]);
        steps.get("peer").add(System.nanoTime() - start);
    }

    private static void plain(JasperPrint print) throws Exception {
        JRPdfExporter exporter = new JRPdfExporter();
        exporter.setExporterInput(new SimpleExporterInput(print));
        exporter.setExporterOutput(new SimpleOutputStreamExporterOutput(new ByteArrayOutputStream()));
        exporter.exportReport();
    }

    /** Assessments of made-up sites, no two alike. */
    private static List<AssessmentReport> reports() throws Exception {
        Edition edition = MadeUpSites.edition();
        MadeUpSites sites = new MadeUpSites(edition);
        Evaluator evaluator = new Evaluator(edition.rulebook());
        List<AssessmentReport> reports = new ArrayList<>();
        for (int i = 0; i < REPORTS; i++) {
            SiteRecord record = sites.site(
                    "https://example.org/id/site/" + i, edition.rulebook().classIndex("RS"), i);
            Map<String, ?> stated =
                    AssessmentWriter.stated(Json.readObject(RecordWriter.write(record, edition.rulebook())));
            Map<String, ?> assessment = AssessmentWriter.object(
                    evaluator.assess(record, MadeUpSites.ON_DAY), edition.rulebookHash(), stated);
            reports.add(SiteReport.of(edition, assessment, frame(i)));
        }
        return reports;
    }

    private static SiteReport.Frame frame(int number) {
        Words none = Words.same("—");
        return new SiteReport.Frame(
                number + "/" + LocalDate.ofEpochDay(MadeUpSites.ON_DAY),
                none,
                new AssessmentReport.Site(Words.same("站点 " + number), Integer.toString(number), none, none, none, none),
                null,
                0,
                "",
                true,
                "https://example.org/id/site/" + number);
    }
}
