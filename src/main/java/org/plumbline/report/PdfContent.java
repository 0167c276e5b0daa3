package org.plumbline.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdfparser.PDFStreamParser;
import org.apache.pdfbox.pdfwriter.ContentStreamWriter;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDFontFactory;
import org.jspecify.annotations.Nullable;

/**
 * Rewrites the marked content of pages (ISO 32000-1, 14.6): every stroke that is not part of the structure is marked as an
 * artifact, and it is seen which marked texts are English.
 */
final class PdfContent {

    private static final COSName ARTIFACT = COSName.getPDFName("Artifact");
    private static final Set<String> STARTS = Set.of("m", "re", "Do", "sh", "BI");
    private static final Set<String> ENDS =
            Set.of("f", "F", "f*", "S", "s", "B", "B*", "b", "b*", "n", "Do", "sh", "EI", "ET");

    private final PDDocument document;
    private final Map<COSDictionary, PDFont> fonts = new HashMap<>();

    PdfContent(PDDocument document) {
        this.document = document;
    }

    /**
     * Rewrites one page.
     *
     * @param artifacts numbers of the marked content that is decoration
     * @return numbers of the marked content that holds Latin letters and no Chinese
     */
    Set<Integer> rewrite(PDPage page, Set<Integer> artifacts) throws IOException {
        var pass = new Pass(page, artifacts);
        var tokens = new PDFStreamParser(page).parse();
        for (int i = 0; i < tokens.size(); i++) {
            pass.take(tokens, i);
        }
        var stream = new PDStream(document);
        try (var out = stream.createOutputStream(COSName.FLATE_DECODE)) {
            new ContentStreamWriter(out).writeTokens(pass.out);
        }
        page.setContents(stream);
        pass.latin.removeAll(pass.chinese);
        return pass.latin;
    }

    /** One walk over the operators of a page. */
    private final class Pass {
        final List<Object> out = new ArrayList<>();
        final Set<Integer> latin = new HashSet<>();
        final Set<Integer> chinese = new HashSet<>();
        private final PDPage page;
        private final Set<Integer> artifacts;
        private final List<Object> pending = new ArrayList<>();
        private int depth;
        private boolean wrapped;
        private int mark = -1;
        private @Nullable PDFont font;

        Pass(PDPage page, Set<Integer> artifacts) {
            this.page = page;
            this.artifacts = artifacts;
        }

        void take(List<Object> tokens, int i) throws IOException {
            pending.add(tokens.get(i));
            if (!(tokens.get(i) instanceof Operator operator)) {
                return;
            }
            switch (operator.getName()) {
                case "BDC", "BMC" -> begin();
                case "EMC" -> depth--;
                case "Tf" -> font = font((COSName) pending.getFirst());
                case "Tj", "TJ", "'", "\"" -> read(pending);
                default -> {}
            }
            var name = operator.getName();
            boolean mine = depth == 0 && !name.equals("EMC");
            if (mine && !wrapped && (STARTS.contains(name) || name.equals("BT") && !marksInside(tokens, i))) {
                out.add(ARTIFACT);
                out.add(Operator.getOperator("BMC"));
                wrapped = true;
            }
            out.addAll(pending);
            pending.clear();
            if (mine && wrapped && ENDS.contains(name)) {
                out.add(Operator.getOperator("EMC"));
                wrapped = false;
            }
        }

        private void begin() {
            depth++;
            if (pending.size() == 3 && pending.get(1) instanceof COSDictionary properties) {
                mark = properties.getInt(COSName.MCID);
                if (artifacts.contains(mark)) {
                    var kind = new COSDictionary();
                    kind.setName(COSName.TYPE, "Pagination");
                    pending.set(0, ARTIFACT);
                    pending.set(1, kind);
                }
            }
        }

        private @Nullable PDFont font(COSName name) throws IOException {
            var dictionary = page.getResources()
                    .getCOSObject()
                    .getCOSDictionary(COSName.FONT)
                    .getCOSDictionary(name);
            if (dictionary == null) {
                return null;
            }
            var known = fonts.get(dictionary);
            if (known == null) {
                known = PDFontFactory.createFont(dictionary);
                fonts.put(dictionary, known);
            }
            return known;
        }

        /** Sees which script a shown text is in; codes are two bytes (Identity-H). */
        private void read(List<Object> operands) throws IOException {
            var strings = new ArrayList<COSString>();
            for (var operand : operands) {
                if (operand instanceof COSString string) {
                    strings.add(string);
                } else if (operand instanceof COSArray array) {
                    for (COSBase part : array) {
                        if (part instanceof COSString string) {
                            strings.add(string);
                        }
                    }
                }
            }
            for (var string : strings) {
                var bytes = string.getBytes();
                for (int i = 0; font != null && i + 1 < bytes.length; i += 2) {
                    note(font.toUnicode((bytes[i] & 0xFF) << 8 | bytes[i + 1] & 0xFF));
                }
            }
        }

        private void note(@Nullable String character) {
            if (character == null || character.isEmpty()) {
                return;
            }
            int c = character.codePointAt(0);
            if (Character.isIdeographic(c)) {
                chinese.add(mark);
            } else if (Character.isLetter(c)) {
                latin.add(mark);
            }
        }
    }

    private static boolean marksInside(List<Object> tokens, int i) {
        for (; i < tokens.size(); i++) {
            if (tokens.get(i) instanceof Operator operator) {
                switch (operator.getName()) {
                    case "BDC", "BMC" -> {
                        return true;
                    }
                    case "ET" -> {
                        return false;
                    }
                    default -> {}
                }
            }
        }
        return false;
    }
}
