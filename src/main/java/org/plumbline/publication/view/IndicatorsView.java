package org.plumbline.publication.view;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plumbline.web.Choice;
import org.plumbline.web.Page;
import org.plumbline.web.Text;

/**
 * All indicators of a place. Address: {@code /indicators?place=310112101&class=RS&edition=…}.
 *
 * @param page the frame
 * @param place the place
 * @param edition the edition whose assessments and facts are added up
 * @param editions the switch between editions
 * @param places the switch between the district and its streets
 * @param kinds the filter by class, "all" first
 * @param topics the indicators by topic
 * @param measured how many indicators have a figure here
 * @param all how many there are
 */
public record IndicatorsView(
        Page page,
        Place place,
        Edition edition,
        List<Choice> editions,
        List<Choice> places,
        List<Choice> kinds,
        List<Topic> topics,
        int measured,
        int all) {

    /** A group of indicators. */
    public record Topic(String key, Text name, List<Row> rows) {}

    /**
     * One indicator.
     *
     * @param notation its number, {@code I04}
     * @param name what it is called
     * @param definition what it says
     * @param anchor what to compare it with; null for nothing
     * @param lacks what of it cannot be said yet, and why; null when nothing is missing
     * @param path language-free address of its page
     * @param figures its figures; empty when it is not measured
     */
    public record Row(
            String notation,
            Text name,
            Text definition,
            @Nullable Text anchor,
            @Nullable Text lacks,
            String path,
            List<IndicatorFigure> figures) {}
}
