package org.plumbline.publication.dataset;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import java.util.function.Consumer;
import org.plumbline.ledger.Iris;
import org.plumbline.publication.page.PublicGraphs;
import org.plumbline.publication.page.PublicGraphs.Issue;
import org.plumbline.publication.page.PublicGraphs.Named;
import org.plumbline.publication.snapshot.PlaceTable;
import org.plumbline.publication.snapshot.SubmissionTable;
import org.plumbline.publication.snapshot.SuccessionTable;
import org.plumbline.publication.snapshot.SummaryTable;
import org.plumbline.standard.Edition;

/**
 * Everything that is public now as named graphs: editions and the facts they stand on, assessments, the register, statistics, submissions.
 */
@ApplicationScoped
public class PublishedGraphs {
    private static final String FACTS = "https://w3id.org/plumbline/facts";

    private final PublicGraphs graphs;
    private final PlaceTable places;
    private final SuccessionTable successions;
    private final SummaryTable summaries;
    private final SubmissionTable submissions;
    private final Iris iris;

    PublishedGraphs(
            PublicGraphs graphs,
            PlaceTable places,
            SuccessionTable successions,
            SummaryTable summaries,
            SubmissionTable submissions,
            Iris iris) {
        this.graphs = graphs;
        this.places = places;
        this.successions = successions;
        this.summaries = summaries;
        this.submissions = submissions;
        this.iris = iris;
    }

    /** The graphs, one after another; none before anything is published. */
    @ActivateRequestContext
    public void each(Consumer<Named> to) {
        graphs.each(to);
        graphs.now().ifPresent(issue -> around(issue, to));
    }

    private void around(Issue issue, Consumer<Named> to) {
        var publication = issue.publication();
        to.accept(new Named(PlaceGraph.name(iris), PlaceGraph.of(iris, publication.id(), places, successions)));
        Edition first = issue.editions().getFirst();
        to.accept(new Named(FACTS, first.vocabulary()));
        for (Edition edition : issue.editions()) {
            to.accept(new Named(
                    StatisticsGraph.name(iris, publication, edition),
                    StatisticsGraph.of(iris, publication, edition, summaries)));
        }
        new SubmissionGraphs(iris, first.book()).each(submissions, publication.id(), publication.position(), to);
    }
}
