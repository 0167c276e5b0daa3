package org.plumbline.publication.view;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.plumbline.web.Choice;
import org.plumbline.web.Page;
import org.plumbline.web.Text;

/**
 * One indicator: what it is, its figures by street and by round. Address: {@code /indicators/I04?place=310112006&class=RS&edition=…}.
 *
 * @param page the frame
 * @param place the district or street whose figures stand first
 * @param row what it is, with the figures of that place
 * @param cycle how often it is due, as an ISO period
 * @param topic the group that it is listed in
 * @param edition the edition whose assessments and facts are added up
 * @param editions the switch between editions
 * @param kinds the filter by class, "all" first
 * @param places the filter by place, the district first
 * @param sites language-free address of the list of sites that it is about
 * @param measures its figures with all that stands behind them
 */
public record IndicatorView(
        Page page,
        Place place,
        IndicatorsView.Row row,
        String cycle,
        Text topic,
        Edition edition,
        List<Choice> editions,
        List<Choice> kinds,
        List<Choice> places,
        String sites,
        List<Measure> measures) {

    /**
     * A figure with all that stands behind it.
     *
     * @param figure the place's
     * @param district the district's, which the streets are compared with
     * @param formula how it is computed
     * @param facts the facts that it is computed from
     * @param streets the same of each street, greatest first; those that cannot be compared last
     * @param rounds the same of each published round, oldest first
     * @param revisions what was published for the same date before, oldest first
     */
    public record Measure(
            IndicatorFigure figure,
            IndicatorFigure district,
            Text formula,
            List<Text> facts,
            List<Street> streets,
            List<Dated> rounds,
            List<Dated> revisions) {

        /** The greatest value of a street, at least the district's. */
        public BigDecimal greatest() {
            return streets.stream()
                    .map(street -> street.figure().value())
                    .filter(Objects::nonNull)
                    .reduce(district.value() == null ? BigDecimal.ZERO : district.value(), BigDecimal::max);
        }

        /** The greatest value of a round. */
        public BigDecimal highest() {
            return rounds.stream()
                    .map(round -> round.figure().value())
                    .filter(Objects::nonNull)
                    .reduce(BigDecimal.ZERO, BigDecimal::max);
        }

        /** Where the district's figure stands on the bars of the streets, as SVG takes it. */
        public String mark() {
            return district.width(greatest());
        }
    }

    /** A street's figure. */
    public record Street(Place place, IndicatorFigure figure) {}

    /**
     * A figure as of a date.
     *
     * @param label name of the round
     * @param onDate date of assessment
     * @param publishedAt day on which it was published
     */
    public record Dated(Text label, LocalDate onDate, LocalDate publishedAt, IndicatorFigure figure) {}
}
