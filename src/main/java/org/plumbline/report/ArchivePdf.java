package org.plumbline.report;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.plumbline.rdf.Canonical;

/**
 * Makes the exporter's file a PDF/A-3a (ISO 19005-3) and PDF/UA-1 (ISO 14289-1): tags, font records, metadata, the JSON-LD
 * as an associated file, and nothing in it that differs from run to run.
 */
final class ArchivePdf {

    private static final String PRODUCER = "Plumbline";
    private static final COSName CID_SET = COSName.getPDFName("CIDSet");

    private final Document paper;
    private final String identity;

    /**
     * @param identity all that the paper says: two papers that differ have different identities
     */
    ArchivePdf(Document paper, String identity) {
        this.paper = paper;
        this.identity = identity;
    }

    /** The finished file. */
    byte[] finish(byte[] exported) throws IOException {
        try (var document = Loader.loadPDF(exported)) {
            for (var page : document.getPages()) {
                page.getCOSObject().setItem(COSName.getPDFName("Tabs"), COSName.S);
            }
            fonts(document);
            new PdfTags(document).tidy();
            describe(document);
            attach(document);
            identify(document);
            var out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        }
    }

    /** Drops the CIDSet (6.2.11.4.2: better none than an incomplete one) and gives subsets names that are not random. */
    private static void fonts(PDDocument document) throws IOException {
        var byName = new TreeMap<String, COSDictionary>();
        for (var page : document.getPages()) {
            var resources = page.getResources();
            for (var name : resources.getFontNames()) {
                var font =
                        resources.getCOSObject().getCOSDictionary(COSName.FONT).getCOSDictionary(name);
                var subset = font.getNameAsString(COSName.BASE_FONT);
                byName.put(subset.substring(subset.indexOf('+') + 1), font);
            }
        }
        char letter = 'A';
        for (var entry : byName.entrySet()) {
            var name = COSName.getPDFName("PLUMB" + letter++ + "+" + entry.getKey());
            var descendants = entry.getValue().getCOSArray(COSName.DESCENDANT_FONTS);
            var parts = new ArrayList<COSDictionary>();
            parts.add(entry.getValue());
            if (descendants != null) {
                parts.add((COSDictionary) descendants.getObject(0));
            }
            for (var part : parts) {
                part.setItem(COSName.BASE_FONT, name);
                var descriptor = part.getCOSDictionary(COSName.FONT_DESC);
                if (descriptor != null) {
                    descriptor.setItem(COSName.FONT_NAME, name);
                    descriptor.removeItem(CID_SET);
                }
            }
        }
    }

    private void describe(PDDocument document) throws IOException {
        var information = new PDDocumentInformation();
        information.setTitle(paper.name());
        information.setAuthor(paper.issuer().plain());
        information.setSubject(subject());
        information.setCreator(PRODUCER);
        information.setProducer(PRODUCER);
        information.setCreationDate(date());
        information.setModificationDate(date());
        document.setDocumentInformation(information);
        var metadata = new PDMetadata(document);
        metadata.importXMPMetadata(xmp().getBytes(StandardCharsets.UTF_8));
        document.getDocumentCatalog().setMetadata(metadata);
        document.getDocumentCatalog().setLanguage(Tongue.now().tags().getFirst());
    }

    private String subject() {
        return paper.number() + " " + paper.code() + " " + paper.onDate();
    }

    private Calendar date() {
        return GregorianCalendar.from(paper.onDate().atStartOfDay(ZoneOffset.UTC));
    }

    private String xmp() throws IOException {
        var values = new LinkedHashMap<String, String>();
        values.put("title", paper.name());
        values.put("author", paper.issuer().plain());
        values.put("subject", subject());
        values.put("producer", PRODUCER);
        values.put("date", paper.onDate() + "T00:00:00Z");
        try (var in = Resources.open("reports/xmp.xml")) {
            var text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            for (var value : values.entrySet()) {
                text = text.replace("${" + value.getKey() + "}", Words.escape(value.getValue()));
            }
            return text.replace(
                    "${languages}",
                    Tongue.now().tags().stream()
                            .map(tag -> "<rdf:li>" + tag + "</rdf:li>")
                            .collect(Collectors.joining()));
        }
    }

    /** Attaches the JSON-LD as data of the whole document (ISO 19005-3, 6.8). */
    private void attach(PDDocument document) throws IOException {
        var bytes = paper.data().getBytes(StandardCharsets.UTF_8);
        var file = new PDEmbeddedFile(document, new ByteArrayInputStream(bytes), COSName.FLATE_DECODE);
        file.setSubtype("application/ld+json");
        file.setSize(bytes.length);
        file.setCreationDate(date());
        file.setModDate(date());
        var specification = new PDComplexFileSpecification();
        specification.setFile(paper.attachment());
        specification.setFileUnicode(paper.attachment());
        specification.setFileDescription(paper.attachmentSays());
        specification.setEmbeddedFile(file);
        specification.setEmbeddedFileUnicode(file);
        specification.getCOSObject().setName(COSName.getPDFName("AFRelationship"), "Data");
        var tree = new PDEmbeddedFilesNameTreeNode();
        tree.setNames(Map.of(paper.attachment(), specification));
        var catalog = document.getDocumentCatalog();
        var names = catalog.getNames() == null ? new PDDocumentNameDictionary(catalog) : catalog.getNames();
        names.setEmbeddedFiles(tree);
        catalog.setNames(names);
        var associated = new COSArray();
        associated.add(specification.getCOSObject());
        catalog.getCOSObject().setItem(COSName.getPDFName("AF"), associated);
    }

    /** The file's identifier is a digest of what it reports. */
    private void identify(PDDocument document) {
        var digest = Canonical.hash(identity.getBytes(StandardCharsets.UTF_8));
        var id = new COSArray();
        id.add(new COSString(Arrays.copyOf(digest, 16)));
        id.add(new COSString(Arrays.copyOf(digest, 16)));
        document.getDocument().getTrailer().setItem(COSName.ID, id);
    }
}
