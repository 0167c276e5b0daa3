package org.plumbline.publication.graph;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.plumbline.account.Role;
import org.plumbline.indicator.IndicatorBook;
import org.plumbline.ledger.Iris;
import org.plumbline.publication.snapshot.IndicatorTable;
import org.plumbline.publication.snapshot.PlaceTable;
import org.plumbline.publication.snapshot.PlaceTable.PublishedPlace;
import org.plumbline.publication.snapshot.Publication;
import org.plumbline.publication.snapshot.ResultTable;
import org.plumbline.publication.snapshot.SubmissionTable;
import org.plumbline.publication.snapshot.SubmissionTable.Published;
import org.plumbline.publication.snapshot.SuccessionTable;
import org.plumbline.publication.snapshot.SummaryTable;
import org.plumbline.standard.Edition;
import org.plumbline.standard.FactBook;

/** The graphs of a publication beside those of sites and editions: whole for the dataset, and of one thing for whoever asks its name. */
@ApplicationScoped
public class ThingGraphs {
    private static final int PAGE = 500;

    private final PlaceTable places;
    private final SuccessionTable successions;
    private final SummaryTable summaries;
    private final ResultTable results;
    private final SubmissionTable submissions;
    private final IndicatorBook indicators;
    private final IndicatorTable figures;
    private final Iris iris;

    ThingGraphs(
            PlaceTable places,
            SuccessionTable successions,
            SummaryTable summaries,
            ResultTable results,
            SubmissionTable submissions,
            IndicatorBook indicators,
            IndicatorTable figures,
            Iris iris) {
        this.indicators = indicators;
        this.figures = figures;
        this.places = places;
        this.successions = successions;
        this.summaries = summaries;
        this.results = results;
        this.submissions = submissions;
        this.iris = iris;
    }

    /** Name of the graph of the register. */
    public String registerName() {
        return registerName(iris);
    }

    static String registerName(Iris iris) {
        return iris.base() + "id/graph/register";
    }

    /** The published register: places, what continues what has ended, and roles. */
    public Graph register(Publication publication) {
        PlaceGraph made = new PlaceGraph(iris);
        places.each(publication.id(), made::place);
        successions.all(publication.id()).forEach(made::step);
        Stream.concat(Arrays.stream(Role.values()).map(Role::code), roles(publication))
                .distinct()
                .sorted()
                .forEach(made::role);
        return made.graph();
    }

    /** What the register says of one place, those around it and those directly within it. */
    public Graph place(Publication publication, PublishedPlace place) {
        PlaceGraph made = new PlaceGraph(iris);
        made.place(place);
        places.above(publication.id(), place).forEach(made::place);
        places.within(publication.id(), place.code()).forEach(made::place);
        successions.of(publication.id(), place.code()).forEach(made::step);
        return made.graph();
    }

    /** What the register says of a role; empty when there is no such role and no published submission names it. */
    public Optional<Graph> role(Publication publication, String code) {
        if (Role.of(code).isEmpty() && submissionsOf(publication, code) == 0) {
            return Optional.empty();
        }
        PlaceGraph made = new PlaceGraph(iris);
        made.role(code);
        return Optional.of(made.graph());
    }

    /** Name of the data set of a publication's statistics, which is also that of its graph. */
    public String statisticsName(Publication publication, Edition edition) {
        return StatisticsGraph.name(iris, publication, edition);
    }

    /** The figures of all places, held against an edition. */
    public Graph statistics(Publication publication, Edition edition) {
        return StatisticsGraph.of(
                iris,
                publication,
                edition,
                summaries,
                places.district(publication.id()).code(),
                results.held(publication.id(), edition.key()),
                indicators.indicators(),
                figures.all(publication.id(), edition.key()));
    }

    /** The observations about one place among the figures, without the assessments that they sum: as much as a paper carries. */
    public Graph figures(Publication publication, Edition edition, String place) {
        Graph all = StatisticsGraph.of(
                iris,
                publication,
                edition,
                summaries,
                places.district(publication.id()).code(),
                List.of(),
                indicators.indicators(),
                figures.place(publication.id(), edition.key(), place));
        Graph some = GraphFactory.createDefaultGraph();
        all.find(Node.ANY, Node.ANY, NodeFactory.createURI(iris.place(place)))
                .forEachRemaining(found ->
                        all.find(found.getSubject(), Node.ANY, Node.ANY).forEachRemaining(some::add));
        // What the observations belong to says whether the facts behind them are made up.
        all.find(NodeFactory.createURI(statisticsName(publication, edition)), Node.ANY, Node.ANY)
                .forEachRemaining(some::add);
        return some;
    }

    /** One submission; empty when it is not about anything in the publication, or came after it. */
    public Optional<Graph> submission(Publication publication, FactBook book, UUID id) {
        return submissions
                .find(publication, id)
                .map(found -> new SubmissionGraph(iris, book).of(found).graph());
    }

    /** All submissions about the sites and places of a publication, one after another. */
    public void submissions(Publication publication, FactBook book, Consumer<NamedGraph> to) {
        SubmissionGraph graphs = new SubmissionGraph(iris, book);
        List<Published> page = submissions.after(publication, 0, PAGE);
        while (!page.isEmpty()) {
            page.forEach(one -> to.accept(graphs.of(one)));
            page = submissions.after(publication, page.getLast().head().position(), PAGE);
        }
    }

    /** How many of the published submissions name a role. */
    public long submissionsOf(Publication publication, String role) {
        return submissions.by(publication, iris.role(role));
    }

    private Stream<String> roles(Publication publication) {
        String before = iris.role("");
        return submissions.actors(publication).stream()
                .filter(actor -> actor.startsWith(before))
                .map(actor -> actor.substring(before.length()));
    }
}
