package org.plumbline.account;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * How often one address may ask for what is costly and open to everybody: a bucket of a minute's requests for each kind, which refills
 * evenly. Nobody is exempt; what was refused is not counted. In memory and of limited size: a restart forgets it.
 */
@ApplicationScoped
public class RequestLimit {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final long ADDRESSES = 50_000;
    private static final int TOO_MANY = 429;
    private static final Pattern FILE =
            Pattern.compile("/(?:site|place|standard|indicators).*\\.(?:pdf|xlsx)|/plumbline-check\\.html|/dump/.*");
    private static final Pattern DOOR = Pattern.compile("/(zh|en)/(sign-in|first-administrator)");

    private final AccountConfig config;
    private final TimeMeter time;
    private final Cache<Asker, Bucket> buckets = Caffeine.newBuilder()
            .maximumSize(ADDRESSES)
            .expireAfterAccess(MINUTE)
            .build();

    @Inject
    RequestLimit(AccountConfig config) {
        this(config, TimeMeter.SYSTEM_NANOTIME);
    }

    RequestLimit(AccountConfig config, TimeMeter time) {
        this.config = config;
        this.time = time;
    }

    /** What is counted apart. */
    enum Kind {
        QUERY,
        SIGN_IN,
        FILE,
        ANSWER
    }

    private record Asker(Kind kind, String network) {}

    /**
     * Refuses with 429 and {@code Retry-After} whoever has used up a kind.
     *
     * @throws ClientErrorException when there were too many
     */
    @ServerRequestFilter(preMatching = true)
    public void check(ContainerRequestContext context, HttpServerRequest request) {
        String path = context.getUriInfo().getPath();
        boolean asks = context.getUriInfo().getQueryParameters().containsKey("query");
        kind(context.getMethod(), path, asks).ifPresent(kind -> count(kind, request));
    }

    /**
     * Counts an answer about what is public that has to be made: a page, Turtle, JSON-LD, N-Triples, CSV. What somebody has had made since the
     * last publication is handed out again without counting.
     *
     * @throws ClientErrorException when there were too many
     */
    public void countMade(HttpServerRequest request) {
        count(Kind.ANSWER, request);
    }

    private void count(Kind kind, HttpServerRequest request) {
        take(kind, Address.of(request)).ifPresent(wait -> {
            throw new ClientErrorException(Response.status(TOO_MANY)
                    .header(HttpHeaders.RETRY_AFTER, wait)
                    .build());
        });
    }

    /** The kind of a request; empty for what is cheap, or is limited by who is signed in. */
    static Optional<Kind> kind(String method, String address, boolean asks) {
        // A slash at the end leads to the same.
        String path = address.replaceFirst("(?<=.)/+$", "");
        boolean sent = method.equals("POST");
        if (path.equals("/sparql") && (sent || asks) || path.matches("/(zh|en)/query") && asks) {
            return Optional.of(Kind.QUERY);
        }
        if (path.equals("/sso") || sent && DOOR.matcher(path).matches()) {
            return Optional.of(Kind.SIGN_IN);
        }
        return FILE.matcher(path).matches() ? Optional.of(Kind.FILE) : Optional.empty();
    }

    /** Counts a request; when it is one too many, the seconds after which the next may come. */
    Optional<Long> take(Kind kind, String address) {
        int allowed = switch (kind) {
            case QUERY -> config.queriesPerMinute();
            case SIGN_IN -> config.signInsPerMinute();
            case FILE -> config.filesPerMinute();
            case ANSWER -> config.answersPerMinute();
        };
        if (allowed <= 0) {
            return Optional.empty();
        }
        Bucket bucket = buckets.get(new Asker(kind, Address.network(address)), asker -> bucket(allowed));
        ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
        return probe.isConsumed()
                ? Optional.empty()
                : Optional.of(
                        1 + Duration.ofNanos(probe.getNanosToWaitForRefill()).toSeconds());
    }

    private Bucket bucket(int allowed) {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(allowed).refillGreedy(allowed, MINUTE))
                .withCustomTimePrecision(time)
                .build();
    }
}
