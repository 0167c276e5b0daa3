package org.plumbline.rdf.sparql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryException;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.Syntax;
import org.apache.jena.sparql.syntax.ElementService;
import org.apache.jena.sparql.syntax.ElementVisitorBase;
import org.apache.jena.sparql.syntax.ElementWalker;
import org.apache.jena.sys.JenaSystem;

/** Whatever a visitor sends as a query: it is refused with a reason, or it is harmless, printed too. */
class SparqlGuardFuzzTest {
    private static final Duration SOON = Duration.ofSeconds(10);
    private static final String HIDDEN = "urn:plumbline:metadata";

    private final SparqlGuard guard;

    SparqlGuardFuzzTest() {
        JenaSystem.init();
        guard = new SparqlGuard(
                "https://data.example.org/", HIDDEN, graph -> graph.startsWith("https://data.example.org/graph/"));
    }

    @FuzzTest(maxDuration = "2m")
    void a_query_is_refused_with_a_reason_or_stays_harmless_when_printed(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        assertTimeout(SOON, () -> {
            Query query;
            try {
                query = guard.read(text);
            } catch (RefusedQuery refused) {
                assertThat(refused.getMessage()).isNotBlank();
                return;
            }
            harmless(query);
            try {
                harmless(QueryFactory.create(query.toString(), Syntax.syntaxSPARQL_11));
            } catch (QueryException unprintable) {
                // Jena prints some queries as it does not read them, such as one variable twice in VALUES.
                assertThat(unprintable.getMessage()).isNotBlank();
            }
        });
    }

    /** The two things that no query may do, looked for in another way than the guard's. */
    private static void harmless(Query query) {
        assertThat(query.toString()).doesNotContain("<" + HIDDEN + ">");
        if (query.getQueryPattern() != null) {
            ElementWalker.walk(query.getQueryPattern(), new ElementVisitorBase() {
                @Override
                public void visit(ElementService service) {
                    throw new AssertionError("SERVICE was let through: " + query);
                }
            });
        }
    }
}
