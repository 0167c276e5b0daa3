package org.plumbline.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;

/** The names of things: IRIs below the base of this installation. */
@ApplicationScoped
public class Iris {
    private final String base;

    @Inject
    Iris(LedgerConfig config) {
        this(config.base());
    }

    /**
     * The names below a base.
     *
     * @throws IllegalStateException when the base is no absolute http or https address ending with a slash
     */
    public Iris(URI base) {
        var web = "http".equals(base.getScheme()) || "https".equals(base.getScheme());
        if (!web
                || base.getHost() == null
                || base.getQuery() != null
                || !base.toString().endsWith("/"))
            throw new IllegalStateException(
                    "plumbline.base is \"" + base
                            + "\": give an absolute http or https address that ends with a slash, such as https://example.org/");
        this.base = base.toString();
    }

    /** The base itself, ending with a slash. */
    public String base() {
        return base;
    }

    /** The address of the portal itself, without a slash at its end. */
    public String portal() {
        return base.substring(0, base.length() - 1);
    }

    /** A site, by its code. */
    public String site(String code) {
        return base + "id/site/" + code;
    }

    /** A place, by its code. */
    public String place(String code) {
        return base + "id/place/" + code;
    }

    /** The end of an IRI of this installation, such as site/310112001001-RS01; of another, the whole. */
    public String local(String iri) {
        String before = base + "id/";
        return iri.startsWith(before) ? iri.substring(before.length()) : iri;
    }

    /** A submission. */
    public String submission(UUID id) {
        return base + "id/submission/" + id;
    }

    /** A role, which stands in public where a person's name would. */
    public String role(String name) {
        return base + "id/role/" + name;
    }

    /** The code in a site's IRI; empty when the IRI names something else. */
    public Optional<String> siteCode(String iri) {
        return rest(iri, "id/site/");
    }

    /** The code in a place's IRI; empty when the IRI names something else. */
    public Optional<String> placeCode(String iri) {
        return rest(iri, "id/place/");
    }

    private Optional<String> rest(String iri, String kind) {
        var before = base + kind;
        return iri.startsWith(before) && iri.indexOf('/', before.length()) < 0
                ? Optional.of(iri.substring(before.length()))
                : Optional.empty();
    }
}
