package org.plumbline.publication.page;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.plumbline.web.Lang;

/**
 * A feed in Atom (RFC 4287), for programs that tell their reader what is new.
 *
 * @param id IRI of the feed
 * @param self its address
 * @param page address of the page that says the same
 * @param title what it is about
 * @param author who publishes
 * @param updated when its latest entry was published
 * @param entries the latest first
 */
record Feed(String id, String self, String page, String title, String author, Instant updated, List<Entry> entries) {
    private static final String ATOM = "http://www.w3.org/2005/Atom";

    /**
     * Something new.
     *
     * @param id IRI, the same for ever
     * @param page address of the page about it
     * @param title a few words
     * @param text what happened, in a sentence
     */
    record Entry(String id, String page, String title, String text, Instant updated) {}

    /** The feed as XML in UTF-8. */
    byte[] xml(Lang lang) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("feed");
            xml.writeDefaultNamespace(ATOM);
            xml.writeAttribute("xml:lang", lang.tag());
            write(xml, "id", id);
            write(xml, "title", title);
            write(xml, "updated", updated.toString());
            xml.writeStartElement("author");
            write(xml, "name", author);
            xml.writeEndElement();
            link(xml, "self", self);
            link(xml, "alternate", page);
            for (Entry entry : entries) {
                xml.writeStartElement("entry");
                write(xml, "id", entry.id);
                write(xml, "title", entry.title);
                write(xml, "updated", entry.updated.toString());
                link(xml, "alternate", entry.page);
                write(xml, "summary", entry.text);
                xml.writeEndElement();
            }
            xml.writeEndElement();
            xml.writeEndDocument();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("A feed in memory cannot be written", e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void write(XMLStreamWriter xml, String element, String text) throws XMLStreamException {
        xml.writeStartElement(element);
        xml.writeCharacters(text);
        xml.writeEndElement();
    }

    private static void link(XMLStreamWriter xml, String relation, String address) throws XMLStreamException {
        xml.writeEmptyElement("link");
        xml.writeAttribute("rel", relation);
        xml.writeAttribute("href", address);
    }
}
