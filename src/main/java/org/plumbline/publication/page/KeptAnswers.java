package org.plumbline.publication.page;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Answers as they were sent, for as long as what is published stays as it is. Only answers that are the same for everybody come here.
 * They are bounded in bytes; what is asked for once does not push out what is asked for often.
 */
@ApplicationScoped
class KeptAnswers {
    /** What an entry takes beside its body: key, type, links. */
    private static final int AROUND = 1024;

    private final Cache<Key, Kept> kept;
    private volatile String state = "";

    KeptAnswers(PageConfig config) {
        kept = Caffeine.newBuilder()
                .maximumWeight(config.cache().asLongValue())
                .weigher((Key key, Kept answer) ->
                        answer.body().length + 2 * key.address().length() + AROUND)
                .executor(Runnable::run)
                .build();
    }

    /**
     * An answer without what differs from request to request.
     *
     * @param body its bytes
     * @param type its media type with parameters
     * @param links values of {@code Link}
     * @param language BCP 47 tag of a page; null for data
     */
    record Kept(
            byte[] body,
            String type,
            List<String> links,
            @Nullable String language) {}

    private record Key(String state, String address) {}

    /**
     * The answer to an address, made if need be. What it throws is not kept, for an address that is not there is cheap to refuse.
     *
     * @param now state of the publications
     * @param make makes the answer; two askers at once may both have it made
     */
    Kept find(String now, String address, Supplier<Kept> make) {
        if (!now.equals(state)) {
            // Nothing asks for the answers of an earlier state again; what was withdrawn does not stay in memory
            // either.
            kept.invalidateAll();
            state = now;
        }
        Key key = new Key(now, address);
        Kept found = kept.getIfPresent(key);
        if (found == null) {
            found = make.get();
            kept.put(key, found);
        }
        return found;
    }
}
