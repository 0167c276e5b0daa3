package org.plumbline.fact;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.plumbline.rulebook.json.Json;
import org.plumbline.rulebook.json.RecordWriter;
import org.plumbline.standard.Edition;
import org.plumbline.standard.FactDefinition;
import org.plumbline.standard.MadeUpSites;
import org.plumbline.table.TableFile;

/** Files of made-up sites as offices hand them in: the register as CSV, facts in the form of the template or as CSV. */
public final class MadeUpFiles {
    private static final String STREET = "310112901";
    private static final String DATE = "2026-01-05";

    private final Edition edition = MadeUpSites.edition();
    private final MadeUpSites sites = new MadeUpSites(edition);
    private final FactForm form = FactForm.of(List.of(edition));
    private final int count;

    /** So many sites. */
    public MadeUpFiles(int count) throws IOException {
        this.count = count;
    }

    /** Committees in a street of their own for each hundred. */
    public void committees(Path file) throws IOException {
        try (CsvWriter csv = CsvWriter.builder().build(file)) {
            csv.writeRecord("code", "name", "street_code", "street_name", "district_name");
            for (int i = 0; i < count; i++) {
                csv.writeRecord(committee(i), "第" + i + "居委会", committee(i).substring(0, 9), "试验街道" + i / 100, "试验区");
            }
        }
    }

    /** A site in each committee. */
    public void sites(Path file) throws IOException {
        try (CsvWriter csv = CsvWriter.builder().build(file)) {
            csv.writeRecord("site_code", "class", "name", "committee_or_street_code");
            for (int i = 0; i < count; i++) {
                csv.writeRecord(site(i), "RS", "第" + i + "居民区党群服务站", committee(i));
            }
        }
    }

    private static String committee(int i) {
        return "%d%03d".formatted(Integer.parseInt(STREET) + i / 100, 1 + i % 100);
    }

    /** Code of a site by its number, from 0. */
    public static String site(int i) {
        return committee(i) + "-RS01";
    }

    /** A file with one fact of the first site, which costs what every import costs. */
    public void oneRow(Path file) throws IOException {
        Files.writeString(file, "site,date,source,floorArea\n" + site(0) + ",2026-01-04,Inspector,480\n");
    }

    /** The facts as a workbook of the template's sheets. */
    public void workbook(Path file) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            new FormWriter(form).write(rows("Inspector", DATE, 0, count), false, out);
        }
    }

    /** The facts of the sites themselves, without nested records, as CSV. */
    public void csv(Path file) throws IOException {
        Files.writeString(file, csv("Register", DATE, 0, count));
    }

    /** The facts of some of the sites, as one source states them for a day. */
    public String csv(String source, String date, int from, int to) throws IOException {
        List<String> heads =
                form.sites().columns().stream().map(FormColumn::name).toList();
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().build(text)) {
            csv.writeRecord(heads);
            for (Map<String, String> row : rows(source, date, from, to).getOrDefault(form.sites(), List.of())) {
                csv.writeRecord(
                        heads.stream().map(head -> row.getOrDefault(head, "")).toList());
            }
        }
        return text.toString();
    }

    /** Reads and checks a file as an import does, but for what the register says. */
    FactContent read(Path file) throws IOException {
        return FactFile.read(TableFile.of(file), form, SiteLookup.withoutRegister(), LocalDate.parse("2026-11-01"));
    }

    private Map<FormSheet, List<Map<String, String>>> rows(String source, String date, int from, int until) {
        Map<FormSheet, List<Map<String, String>>> rows = new HashMap<>();
        for (int i = from; i < until; i++) {
            String record = RecordWriter.write(sites.site(site(i), 0, i), edition.rulebook());
            Map<?, ?> facts = map(Json.readObject(record).get("facts"));
            for (FormSheet sheet : form.sheets()) {
                List<Map<String, String>> to = rows.computeIfAbsent(sheet, made -> new ArrayList<>());
                switch (sheet.kind()) {
                    case SITES -> to.add(row(sheet, site(i), source, date, facts));
                    case RECORDS -> to.addAll(records(sheet, site(i), source, date, facts));
                    case JUDGEMENTS -> {}
                }
            }
        }
        return rows;
    }

    private List<Map<String, String>> records(
            FormSheet sheet, String site, String source, String date, Map<?, ?> facts) {
        FactDefinition fact = sheet.records();
        List<Map<String, String>> rows = new ArrayList<>();
        Set<String> keys = new HashSet<>();
        map(map(facts.get(fact.name())).get("records")).forEach((id, members) -> {
            Map<String, String> row = row(sheet, site, source, date, map(members));
            if (fact.key() == null) {
                row.put(fact.name() + ".key", String.valueOf(id));
            }
            String key = row.get(fact.key() == null ? fact.name() + ".key" : fact.key());
            if (key != null && keys.add(key)) {
                rows.add(row);
            }
        });
        return rows;
    }

    private static Map<String, String> row(FormSheet sheet, String site, String source, String date, Map<?, ?> facts) {
        Map<String, String> row = new LinkedHashMap<>();
        row.put(FormColumn.SITE.name(), site);
        row.put(FormColumn.DATE.name(), date);
        row.put(FormColumn.SOURCE.name(), source);
        for (FormColumn column : sheet.columns()) {
            // What a place holds would be said again, and otherwise, by each of its sites.
            if (column.fact() != null && column.fact().heldBy() == null) {
                String text = text(map(facts.get(column.name())));
                if (!text.isEmpty()) {
                    row.put(column.name(), text);
                }
            }
        }
        return row;
    }

    private static String text(Map<?, ?> entry) {
        return switch (entry.get("value")) {
            case List<?> codes -> codes.stream().map(String::valueOf).collect(Collectors.joining(";"));
            case Boolean truth -> truth ? "yes" : "no";
            case null -> Boolean.TRUE.equals(entry.get("none")) ? "none" : "";
            case Object value -> value.toString();
        };
    }

    private static Map<?, ?> map(Object value) {
        return value instanceof Map<?, ?> map ? map : Map.of();
    }
}
