package org.plumbline.rdf.store;

import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.query.Query;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.resultset.ResultSetLang;

/** The faces of a query's answer; the first of each kind is what is sent when any will do. */
public enum ResultFormat {
    /** SPARQL 1.1 Query Results JSON. */
    JSON(true, "application/sparql-results+json", ResultSetLang.RS_JSON),
    /** SPARQL Query Results XML. */
    XML(true, "application/sparql-results+xml", ResultSetLang.RS_XML),
    /** SPARQL 1.1 Query Results CSV. */
    CSV(true, "text/csv;charset=utf-8", ResultSetLang.RS_CSV),
    /** SPARQL 1.1 Query Results TSV. */
    TSV(true, "text/tab-separated-values;charset=utf-8", ResultSetLang.RS_TSV),
    /** Turtle. */
    TURTLE(false, "text/turtle;charset=utf-8", Lang.TURTLE),
    /** N-Triples. */
    NTRIPLES(false, "application/n-triples;charset=utf-8", Lang.NTRIPLES),
    /** JSON-LD 1.1, its context inside. */
    JSONLD(false, "application/ld+json", Lang.JSONLD);

    private final boolean table;
    private final String mediaType;
    private final Lang lang;

    ResultFormat(boolean table, String mediaType, Lang lang) {
        this.table = table;
        this.mediaType = mediaType;
        this.lang = lang;
    }

    /** The Content-Type of an answer in this format. */
    public String mediaType() {
        return mediaType;
    }

    Lang lang() {
        return lang;
    }

    /** The formats of a query's answer: tables for SELECT and ASK, graphs for the others. */
    public static List<ResultFormat> of(Query query) {
        boolean table = query.isSelectType() || query.isAskType();
        return Stream.of(values()).filter(format -> format.table == table).toList();
    }
}
