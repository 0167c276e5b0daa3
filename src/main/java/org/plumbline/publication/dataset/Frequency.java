package org.plumbline.publication.dataset;

import java.util.Locale;

/** How often results are published, in the two ways that catalogues write it. */
public enum Frequency {
    ANNUAL("ANNUAL", "R/P1Y"),
    SEMIANNUAL("ANNUAL_2", "R/P6M"),
    QUARTERLY("QUARTERLY", "R/P3M"),
    MONTHLY("MONTHLY", "R/P1M"),
    WEEKLY("WEEKLY", "R/P1W"),
    DAILY("DAILY", "R/P1D"),
    IRREGULAR("IRREG", "irregular");

    private static final String EU = "http://publications.europa.eu/resource/authority/frequency/";

    private final String code;
    private final String iso;

    Frequency(String code, String iso) {
        this.code = code;
        this.iso = iso;
    }

    /** Its concept in the EU's authority table, as DCAT-AP wants it. */
    String concept() {
        return EU + code;
    }

    /** The repeating interval of ISO 8601, as Project Open Data wants it. */
    String interval() {
        return iso;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
