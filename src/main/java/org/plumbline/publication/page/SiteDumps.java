package org.plumbline.publication.page;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.plumbline.ledger.Iris;
import org.plumbline.publication.page.SiteShots.SiteShot;
import org.plumbline.publication.snapshot.Publication;
import org.plumbline.publication.snapshot.Publications;
import org.plumbline.publication.snapshot.Publications.Span;
import org.plumbline.rdf.Canonical;
import org.plumbline.standard.Editions;

/** The results of an edition in a month as files, a site at a time: as a table, as JSON-LD, as N-Quads. */
@ApplicationScoped
public class SiteDumps {
    private final Shots shots;
    private final SiteShots sites;
    private final SiteData data;
    private final Publications publications;
    private final Editions editions;
    private final Iris iris;

    SiteDumps(Shots shots, SiteShots sites, SiteData data, Publications publications, Editions editions, Iris iris) {
        this.shots = shots;
        this.sites = sites;
        this.data = data;
        this.publications = publications;
        this.editions = editions;
        this.iris = iris;
    }

    /** The last publication of a month that holds an edition. */
    public record Month(YearMonth month, Publication publication, String edition) {}

    /** The months of every edition that are public, the latest first. */
    @ActivateRequestContext
    public List<Month> months() {
        List<Month> months = new ArrayList<>();
        editions.list().forEach(edition -> {
            Set<YearMonth> seen = new HashSet<>();
            for (Publication round : publications.rounds(edition.key(), Span.ALL)) {
                YearMonth month = YearMonth.from(round.onDate());
                if (seen.add(month)) {
                    months.add(new Month(month, round, edition.key()));
                }
            }
        });
        return months;
    }

    /** Writes a table, a row a site and a column a clause, and says how many sites it has. */
    @ActivateRequestContext
    public long csv(Month month, OutputStream out) throws IOException {
        Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        SiteCsv table = new SiteCsv(text, shots.at(month.publication(), month.edition()));
        long rows = each(month, table::row);
        table.flush();
        return rows;
    }

    /** Writes a JSON array of the assessments, each with its context, and says how many there are. */
    @ActivateRequestContext
    public long jsonLd(Month month, OutputStream out) throws IOException {
        out.write('[');
        long[] rows = {0};
        each(month, found -> {
            write(out, rows[0]++ == 0 ? "\n" : ",\n");
            write(out, data.json(found));
        });
        out.write("\n]\n".getBytes(StandardCharsets.UTF_8));
        return rows[0];
    }

    /** Writes the sites' graphs as N-Quads, in the order of names, and says how many quads there are. */
    @ActivateRequestContext
    public long nquads(Month month, OutputStream out) {
        long[] rows = {0};
        each(month, found -> {
            SiteGraph graph = new SiteGraph(iris, found);
            String name = " <" + graph.name() + "> .";
            new String(Canonical.bytes(graph.graph()), StandardCharsets.UTF_8)
                    .lines()
                    .forEach(line -> {
                        write(out, line.substring(0, line.length() - " .".length()) + name + "\n");
                        rows[0]++;
                    });
        });
        return rows[0];
    }

    private long each(Month month, Consumer<SiteShot> to) {
        return sites.each(shots.at(month.publication(), month.edition()), to);
    }

    private static void write(OutputStream out, String text) {
        try {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("The dump cannot be written", e);
        }
    }
}
