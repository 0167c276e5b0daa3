package org.plumbline.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.plumbline.report.Paper.Column;
import org.plumbline.report.Paper.Kind;

/**
 * The template of a table with some columns, from {@code reports/paper/table.jrxml}, whose marked parts are written once for each column. One
 * template is compiled for each layout and kept; layouts are ours, so there are few.
 */
final class TableTemplate {
    private static final String PREFIX = "table:";
    private static final int PADDING = 8;

    private record Laid(int width, Kind kind) {}

    private TableTemplate() {}

    /** Name of the template for these columns: what {@link #source} makes it from. */
    static String name(List<Column> columns) {
        return PREFIX
                + columns.stream()
                        .map(column -> column.width() + "-" + column.kind())
                        .collect(Collectors.joining(","));
    }

    /** Whether a name is that of a table. */
    static boolean is(String name) {
        return name.startsWith(PREFIX);
    }

    /** The template as JRXML. */
    static byte[] source(String name) throws IOException {
        List<Laid> columns = new ArrayList<>();
        for (String column : name.substring(PREFIX.length()).split(",")) {
            String[] parts = column.split("-");
            columns.add(new Laid(Integer.parseInt(parts[0]), Kind.valueOf(parts[1])));
        }
        String template;
        try (var in = Resources.open("reports/paper/table.jrxml")) {
            template = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        String bars = part(template, "BAR");
        String made = expand(template, "FIELD", columns, i -> null);
        made = expand(made, "HEAD", columns, i -> null);
        made = expand(made, "CELL", columns, i -> columns.get(i).kind() == Kind.BAR ? bars : null);
        return made.replace(bars, "").getBytes(StandardCharsets.UTF_8);
    }

    private static String part(String template, String mark) {
        Matcher found = marked(mark).matcher(template);
        if (!found.find()) {
            throw new IllegalStateException("reports/paper/table.jrxml has no part " + mark + ".");
        }
        return found.group(1);
    }

    /** Writes each part of that mark once for each column, or what stands in its place there. */
    private static String expand(String template, String mark, List<Laid> columns, IntFunction<String> instead) {
        return marked(mark)
                .matcher(template)
                .replaceAll(found -> Matcher.quoteReplacement(IntStream.range(0, columns.size())
                        .mapToObj(i -> {
                            String other = instead.apply(i);
                            return column(other == null ? found.group(1) : other, columns, i);
                        })
                        .collect(Collectors.joining("\n"))));
    }

    private static Pattern marked(String mark) {
        return Pattern.compile("<!--" + mark + "-->(.*?)<!--/" + mark + "-->", Pattern.DOTALL);
    }

    private static String column(String part, List<Laid> columns, int i) {
        Laid column = columns.get(i);
        int x = columns.subList(0, i).stream().mapToInt(Laid::width).sum();
        boolean number = column.kind() == Kind.NUMBER;
        return part.replace(
                        "#CLASS",
                        column.kind() == Kind.BAR ? "net.sf.jasperreports.renderers.Renderable" : "java.lang.String")
                .replace("#N", Integer.toString(i))
                .replace("#X", Integer.toString(x))
                .replace("#WIDTH", Integer.toString(column.width()))
                .replace("#INNER", Integer.toString(column.width() - PADDING))
                .replace("#ALIGN", number ? "Right" : "Left")
                .replace("#STYLE", number ? "number" : "td")
                .replace("#TAG", i == 0 ? "th" : "td");
    }
}
