package org.plumbline.standard;

import java.io.IOException;
import java.util.List;
import java.util.Random;
import org.plumbline.rulebook.Dates;
import org.plumbline.rulebook.SiteRecord;

/**
 * Synthetic records for benchmarks, each a function of the seed and the site's number: one of the whole-site examples of the
 * model standard, with facts drawn anew or missing, in some sites few and in some many. One thread at a time.
 */
public final class MadeUpSites {
    /** The day that the sites are held for, days since 1970-01-01. */
    public static final int ON_DAY = Dates.day("2026-11-01");

    private static final String STANDARD = "model-station/2026";
    private static final long SEED = 20261101;

    private final Edition edition;
    private final Random random = new Random();
    private final RandomFacts facts;
    private final List<SiteRecord> whole;

    /** Sites for an edition of the model standard. */
    public MadeUpSites(Edition edition) {
        this.edition = edition;
        facts = new RandomFacts(edition, random);
        List<String> stations = List.of("RS", "VS");
        whole = edition.examples().stream()
                .filter(example -> example.band() != null)
                .map(Example::record)
                .filter(record -> stations.contains(
                        edition.rulebook().classes().get(record.siteClass()).name()))
                .toList();
    }

    /** Edition one of the model standard as it is packed with the program. */
    public static Edition edition() throws IOException {
        return new EditionReader(StandardFolder.folder(
                        STANDARD, StandardFolder.packed("facts"), StandardFolder.packed(STANDARD)))
                .read();
    }

    /**
     * A record.
     *
     * @param site its IRI
     * @param siteClass index of its class, one of stations
     * @param number what its facts follow from
     */
    public SiteRecord site(String site, int siteClass, long number) {
        random.setSeed(number * 0x9E3779B97F4A7C15L ^ SEED);
        // Neighbouring seeds begin alike.
        random.nextLong();
        SiteRecord like = whole.get(random.nextInt(whole.size()));
        double untidy = random.nextDouble();
        SiteRecord thin = Copies.without(like, edition.rulebook(), 0.2 * untidy * untidy, random);
        SiteRecord full = facts.complete(thin, ON_DAY - random.nextInt(60));
        SiteRecord made = Copies.without(full, edition.rulebook(), 0.1 * untidy * untidy, random);
        return new SiteRecord(site, siteClass, made.facts(), made.judgements());
    }
}
