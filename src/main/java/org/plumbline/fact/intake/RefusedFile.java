package org.plumbline.fact.intake;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;
import org.plumbline.fact.FactContent;
import org.plumbline.fact.FactForm;
import org.plumbline.fact.RefusedRows;
import org.plumbline.place.RefusedRegister;

/** The rows that were refused, as a file of the form they came in: correct it and hand it in. */
final class RefusedFile {
    private RefusedFile() {}

    static AnswerTable.Kept facts(String name, FactContent content, FactForm form) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        boolean csv = content.text();
        if (csv) {
            RefusedRows.writeCsv(content, bytes);
        } else {
            RefusedRows.write(content, form, bytes);
        }
        return new AnswerTable.Kept(refused(name, csv ? ".csv" : ".xlsx"), bytes.toByteArray());
    }

    /** The refused rows of a register; none when there are no rows to give back. */
    static Optional<AnswerTable.Kept> register(RefusedRegister refused) throws IOException {
        if (!refused.any()) {
            return Optional.empty();
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        refused.write(bytes);
        return Optional.of(new AnswerTable.Kept(refused.name(), bytes.toByteArray()));
    }

    private static String refused(String name, String ending) {
        int dot = name.lastIndexOf('.');
        return (dot > 0 ? name.substring(0, dot) : name) + "-refused" + ending;
    }
}
