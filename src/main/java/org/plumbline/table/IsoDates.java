package org.plumbline.table;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.xml.stream.XMLEventFactory;
import javax.xml.stream.XMLEventReader;
import javax.xml.stream.XMLEventWriter;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.events.Attribute;
import javax.xml.stream.events.StartElement;
import javax.xml.stream.events.XMLEvent;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * Cells of type {@code d} hold a date as ISO 8601 (ECMA-376 part 1, 18.18.11); programs that write workbooks by themselves, and
 * Excel's strict form, use them. The library knows no such type: here they become what it reads as an error whose words are a
 * date, which no error of a formula is, and {@link #day} takes the date from there.
 */
final class IsoDates {
    private static final Pattern DAY = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})(T[0-9:.]+(Z|[+-]\\d{2}:\\d{2})?)?");

    private IsoDates() {}

    /** The day that a cell's words say, the time left out as it is of numbers that are dates; empty when they say none. */
    static Optional<LocalDate> day(String words) {
        Matcher day = DAY.matcher(words.strip());
        try {
            return day.matches() ? Optional.of(LocalDate.parse(day.group(1))) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The workbook with such cells in these parts written over. */
    static byte[] plain(byte[] workbook, Set<String> parts) throws IOException, XMLStreamException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(workbook.length);
        try (ZipFile zip = ZipFile.builder().setByteArray(workbook).get();
                ZipOutputStream out = new ZipOutputStream(bytes)) {
            List<ZipArchiveEntry> entries = Collections.list(zip.getEntries());
            for (ZipArchiveEntry entry : entries) {
                out.putNextEntry(new ZipEntry(entry.getName()));
                try (InputStream in = zip.getInputStream(entry)) {
                    if (parts.contains(entry.getName())) {
                        ByteArrayOutputStream sheet = new ByteArrayOutputStream();
                        rewrite(in, sheet);
                        sheet.writeTo(out);
                    } else {
                        in.transferTo(out);
                    }
                }
                out.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    private static void rewrite(InputStream in, ByteArrayOutputStream out) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        XMLEventReader from = factory.createXMLEventReader(in);
        XMLEventWriter to = XMLOutputFactory.newDefaultFactory().createXMLEventWriter(out, "UTF-8");
        boolean dated = false;
        int formula = 0;
        while (from.hasNext()) {
            XMLEvent event = from.nextEvent();
            if (event.isStartElement()) {
                StartElement start = event.asStartElement();
                String name = start.getName().getLocalPart();
                if (name.equals("c")) {
                    dated = start.getAttributes().hasNext() && isDate(start);
                    event = dated ? asError(start) : event;
                }
                // How a date came about is no matter; with its formula it would be read as a text.
                formula += dated && name.equals("f") ? 1 : 0;
            }
            if (formula == 0) {
                to.add(event);
            }
            if (event.isEndElement()
                    && formula > 0
                    && event.asEndElement().getName().getLocalPart().equals("f")) {
                formula--;
            }
        }
        to.close();
    }

    private static boolean isDate(StartElement cell) {
        for (var all = cell.getAttributes(); all.hasNext(); ) {
            Attribute one = all.next();
            if (one.getName().getLocalPart().equals("t") && one.getValue().equals("d")) {
                return true;
            }
        }
        return false;
    }

    private static StartElement asError(StartElement cell) {
        XMLEventFactory make = XMLEventFactory.newDefaultFactory();
        List<Attribute> attributes = new ArrayList<>();
        cell.getAttributes()
                .forEachRemaining(one -> attributes.add(
                        one.getName().getLocalPart().equals("t") ? make.createAttribute(one.getName(), "e") : one));
        return make.createStartElement(cell.getName(), attributes.iterator(), cell.getNamespaces());
    }
}
