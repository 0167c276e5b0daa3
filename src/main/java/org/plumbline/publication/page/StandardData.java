package org.plumbline.publication.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.plumbline.rulebook.json.Json;
import org.plumbline.rulebook.json.RulebookWriter;
import org.plumbline.standard.Basis;
import org.plumbline.standard.Edition;

/** An edition as JSON: its rulebook in canonical form, and beside it what does not bear on the verdict. */
final class StandardData {
    private StandardData() {}

    /** The whole as canonical JSON; {@code rulebookHash} is the SHA-256 of the member {@code rulebook} in that form. */
    static String json(Edition edition) {
        Map<String, Object> out = Json.object();
        out.put("@id", edition.iri());
        out.put("key", edition.key());
        out.put("number", edition.number());
        out.put("title", text(edition.title()));
        out.put("abstract", text(edition.summary()));
        out.put("documentType", edition.documentType());
        out.put("legalNature", edition.legalNature());
        out.put("publisher", text(edition.publisher()));
        out.put("issued", String.valueOf(edition.issued()));
        out.put("validFrom", String.valueOf(edition.validFrom()));
        if (edition.validTo() != null) {
            out.put("validTo", edition.validTo().toString());
        }
        out.put("rulebookHash", edition.rulebookHash());
        out.put("rulebook", Json.readObject(RulebookWriter.write(edition.rulebook())));
        List<Object> provisions = new ArrayList<>();
        for (Edition.Provision provision : edition.provisions()) {
            Map<String, Object> one = Json.object();
            one.put("clause", provision.number());
            one.put("methods", provision.methods());
            one.put("basis", provision.bases().stream().map(StandardData::basis).toList());
            provisions.add(one);
        }
        out.put("provisions", provisions);
        return Json.write(out);
    }

    private static Map<String, Object> basis(Basis basis) {
        Map<String, Object> out = Json.object();
        out.put("document", basis.document());
        out.put("article", basis.article());
        out.put("mark", basis.mark().name());
        if (basis.note() != null) {
            out.put("note", text(basis.note()));
        }
        return out;
    }

    private static Map<String, Object> text(org.plumbline.rulebook.Text text) {
        Map<String, Object> out = Json.object();
        out.put("zh", text.zh());
        out.put("en", text.en());
        return out;
    }
}
