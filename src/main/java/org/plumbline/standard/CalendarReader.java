package org.plumbline.standard;

import static org.plumbline.standard.Reading.local;

import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.jena.graph.Node;
import org.plumbline.rdf.PL;
import org.plumbline.rulebook.Calendar;
import org.plumbline.rulebook.Dates;

/** Reads the calendars of working days, a year each. */
final class CalendarReader {
    private final Reading reading;

    CalendarReader(Reading reading) {
        this.reading = reading;
    }

    Calendar read() {
        Map<Integer, Node> years = new TreeMap<>();
        for (Node node : reading.instances(PL.term("WorkingCalendar"))) {
            String year = Objects.requireNonNullElse(reading.lexical(node, PL.term("year")), "");
            if (year.matches("[12]\\d{3}")) {
                years.put(Integer.parseInt(year), node);
            } else {
                reading.error(
                        node,
                        PL.term("year"),
                        "The calendar names no year, so that its days would count nowhere. Write pl:year 2026.");
            }
        }
        if (years.isEmpty()) {
            return Calendar.NONE;
        }
        int first = years.keySet().iterator().next();
        List<Integer> holidays = new ArrayList<>();
        List<Integer> workdays = new ArrayList<>();
        for (Node node : years.values()) {
            reading.about("calendar " + local(node));
            days(node, "holiday", holidays);
            days(node, "workday", workdays);
            if (!years.containsKey(first + years.size() - 1)) {
                reading.error(node, "The years of the calendars leave a gap. Add the years between.");
            }
        }
        reading.about("");
        return new Calendar(first, years.size(), List.copyOf(holidays), List.copyOf(workdays));
    }

    private void days(Node node, String term, List<Integer> days) {
        List<Integer> read = new ArrayList<>();
        for (Node day : reading.all(node, PL.term(term))) {
            try {
                read.add(Dates.day(day.isLiteral() ? day.getLiteralLexicalForm() : ""));
            } catch (DateTimeParseException e) {
                reading.error(node, day, Reading.name(day) + " is no date. Write \"2026-10-01\"^^xsd:date.");
            }
        }
        read.sort(null);
        days.addAll(read);
    }
}
