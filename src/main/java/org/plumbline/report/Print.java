package org.plumbline.report;

import java.util.Locale;

/** How a paper is printed: as which kind of file, in which language. */
public record Print(Form form, Tongue tongue) {
    /** Suffixes of the addresses of papers as a regular expression: {@code pdf} in both languages, {@code zh.pdf} in one. */
    public static final String SUFFIXES = "(?:zh\\.|en\\.)?(?:pdf|docx|xlsx)";

    /** The paper that is signed: a PDF in both languages. */
    public static final Print SIGNED = new Print(Form.PDF, Tongue.BOTH);

    /** A kind of file. */
    public enum Form {
        /** To be signed and kept. */
        PDF("application/pdf"),
        /** To edit its text. */
        DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        /** To calculate with its figures. */
        XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

        private final String type;

        Form(String type) {
            this.type = type;
        }

        /** Its media type. */
        public String type() {
            return type;
        }
    }

    /**
     * The print of a suffix.
     *
     * @throws IllegalArgumentException when it is none of {@link #SUFFIXES}
     */
    public static Print of(String suffix) {
        int dot = suffix.indexOf('.');
        return new Print(
                Form.valueOf(suffix.substring(dot + 1).toUpperCase(Locale.ROOT)),
                dot < 0 ? Tongue.BOTH : Tongue.of(suffix.substring(0, dot)));
    }

    /** Its suffix. */
    public String suffix() {
        String file = form.name().toLowerCase(Locale.ROOT);
        return tongue == Tongue.BOTH ? file : tongue.code() + "." + file;
    }
}
