package org.plumbline.publication.dataset;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import java.util.function.Consumer;
import org.plumbline.publication.graph.NamedGraph;
import org.plumbline.publication.graph.ThingGraphs;
import org.plumbline.publication.page.PublicGraphs;
import org.plumbline.publication.page.PublicGraphs.Issue;
import org.plumbline.standard.Edition;

/**
 * Everything that is public now as named graphs: editions and the facts they stand on, assessments, the register, statistics, submissions.
 */
@ApplicationScoped
public class PublishedGraphs {
    /** The graph of the fact vocabulary. */
    static final String FACTS = "https://w3id.org/plumbline/facts";

    private final PublicGraphs graphs;
    private final ThingGraphs things;

    PublishedGraphs(PublicGraphs graphs, ThingGraphs things) {
        this.graphs = graphs;
        this.things = things;
    }

    /** The graphs, one after another; none before anything is published. */
    @ActivateRequestContext
    public void each(Consumer<NamedGraph> to) {
        graphs.each(to);
        graphs.now().ifPresent(issue -> around(issue, to));
    }

    private void around(Issue issue, Consumer<NamedGraph> to) {
        var publication = issue.publication();
        to.accept(new NamedGraph(things.registerName(), things.register(publication)));
        Edition first = issue.editions().getFirst();
        to.accept(new NamedGraph(FACTS, first.vocabulary()));
        for (Edition edition : issue.editions()) {
            to.accept(new NamedGraph(
                    things.statisticsName(publication, edition), things.statistics(publication, edition)));
        }
        things.submissions(publication, first.book(), to);
    }
}
