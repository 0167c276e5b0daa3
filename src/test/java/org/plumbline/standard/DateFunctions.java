package org.plumbline.standard;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.function.FunctionBase2;
import org.apache.jena.sparql.function.FunctionFactory;
import org.apache.jena.sparql.function.FunctionRegistry;
import org.plumbline.rulebook.Calendar;
import org.plumbline.rulebook.Dates;

/** The three date functions of the language for Jena, written from their definition and not from the evaluator's code. */
final class DateFunctions {
    private DateFunctions() {}

    /** What a function computes from two dates. */
    private interface Computation {
        long of(LocalDate a, LocalDate b);
    }

    static void register(Calendar calendar) {
        put("monthsBegun", DateFunctions::monthsBegun);
        put("days", (a, b) -> ChronoUnit.DAYS.between(a, b));
        put("workingDays", (a, b) -> workingDays(calendar, a, b));
    }

    private static void put(String name, Computation computation) {
        FunctionFactory factory = uri -> new FunctionBase2() {
            @Override
            public NodeValue exec(NodeValue a, NodeValue b) {
                return NodeValue.makeInteger(computation.of(date(a), date(b)));
            }
        };
        FunctionRegistry.get().put(ExpressionReader.FN + name, factory);
    }

    /** The least n with a plus n months at or after b. */
    static long monthsBegun(LocalDate a, LocalDate b) {
        long months = ChronoUnit.MONTHS.between(a, b) - 2;
        while (a.plusMonths(months).isBefore(b)) {
            months++;
        }
        return months;
    }

    private static long workingDays(Calendar calendar, LocalDate a, LocalDate b) {
        long count = 0;
        for (LocalDate day = a.plusDays(1); !day.isAfter(b); day = day.plusDays(1)) {
            int number = (int) day.toEpochDay();
            if (day.getYear() < calendar.firstYear() || day.getYear() >= calendar.firstYear() + calendar.years()) {
                throw new ExprEvalException("no calendar");
            }
            boolean week = day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
            count += week && !calendar.holidays().contains(number)
                            || calendar.workdays().contains(number)
                    ? 1
                    : 0;
        }
        return count;
    }

    private static LocalDate date(NodeValue value) {
        return LocalDate.parse(value.asNode().getLiteralLexicalForm());
    }

    static Node date(int day) {
        return NodeFactory.createLiteralDT(Dates.iso(day), XSDDatatype.XSDdate);
    }
}
