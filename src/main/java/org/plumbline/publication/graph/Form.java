package org.plumbline.publication.graph;

import jakarta.ws.rs.NotFoundException;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.plumbline.rdf.JsonLd;
import org.plumbline.rdf.NTriples;
import org.plumbline.rdf.Turtle;
import org.plumbline.web.Face;

/** The forms in which a graph is answered; an address ends in one of their suffixes. */
public enum Form {
    TURTLE("Turtle", "text/turtle", "ttl"),
    JSON_LD("JSON-LD", "application/ld+json", "jsonld"),
    N_TRIPLES("N-Triples", "application/n-triples", "nt");

    private final String title;
    private final String mediaType;
    private final String suffix;

    Form(String title, String mediaType, String suffix) {
        this.title = title;
        this.mediaType = mediaType;
        this.suffix = suffix;
    }

    /**
     * The form with a suffix.
     *
     * @throws NotFoundException when there is none
     */
    public static Form of(String suffix) {
        return Arrays.stream(values())
                .filter(form -> form.suffix.equals(suffix))
                .findFirst()
                .orElseThrow(NotFoundException::new);
    }

    /** Media type without parameters. */
    public String mediaType() {
        return mediaType;
    }

    /** Value of {@code Content-Type}; JSON is always UTF-8 and has no such parameter. */
    public String contentType() {
        return this == JSON_LD ? mediaType : mediaType + ";charset=UTF-8";
    }

    /** Address of this form of what stands at an address without a suffix; the address may have a query. */
    public String at(String path) {
        return Face.at(path, suffix);
    }

    /** All forms of what stands at an address without a suffix; the address may have a query. */
    public static List<Face> faces(String path) {
        return Arrays.stream(values())
                .map(form -> new Face(form.title, form.mediaType, form.at(path)))
                .toList();
    }

    /** The bytes of a graph, in UTF-8. */
    public byte[] write(Graph graph) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        switch (this) {
            case TURTLE -> Turtle.write(graph, out);
            case JSON_LD -> JsonLd.write(graph, out);
            case N_TRIPLES -> NTriples.write(graph, out);
        }
        return out.toByteArray();
    }
}
