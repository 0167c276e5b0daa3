package org.plumbline.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.plumbline.rulebook.Records.CountRecords;
import org.plumbline.rulebook.Records.Found;

/** Codes that some record must hold: the same as counting the records of each code, told as the codes that are missing. */
class FoundTest {
    private static final int DAY = 20_000;
    private static final int KINDS = 4;
    private static final Fact ROOM = fact("room", Fact.SITE, Datatype.RECORDS);
    private static final Fact KIND = fact("kind", 0, Datatype.CODE);

    private final Found found = new Found(ROOM, KIND, 0b1011);
    private final Condition counted = new Condition.All(List.of(count(0), count(1), count(3)));

    private static Fact fact(String name, int kind, Datatype type) {
        return new Fact(
                name,
                kind,
                0,
                type,
                type == Datatype.RECORDS ? 0 : -1,
                null,
                null,
                null,
                new Text("事实", "fact"),
                Long.MIN_VALUE,
                Long.MAX_VALUE,
                Validity.FOREVER,
                Fact.Role.OBSERVED);
    }

    private static Condition count(int kind) {
        return new CountRecords(ROOM, new Members.Has(KIND, 1L << kind), Comparison.AT_LEAST, 1);
    }

    private static Subject site(RandomGenerator random, int size) {
        Subject[] rooms = new Subject[size];
        for (int i = 0; i < size; i++) {
            rooms[i] = new Subject("room" + i, 1);
            switch (random.nextInt(8)) {
                case 0 -> {}
                case 1 -> rooms[i].mark(0, Subject.NONE, DAY);
                default -> rooms[i].put(0, random.nextInt(KINDS), DAY);
            }
        }
        Subject site = new Subject("", 1);
        site.put(0, rooms, DAY);
        return site;
    }

    @Test
    void is_what_counting_the_records_of_each_code_gives() {
        RandomGenerator random = RandomGenerator.of("L64X128MixRandom");
        List<Truth> seen = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            Subject site = site(random, random.nextInt(9));
            assertThat(found.test(site)).isEqualTo(counted.test(site));
            assertThat(met(found, site)).isEqualTo(met(counted, site));
            seen.add(found.test(site));
        }
        assertThat(seen).contains(Truth.TRUE, Truth.UNKNOWN, Truth.FALSE);
        assertThat(found.units()).isEqualTo(counted.units());
        assertThat(met(found, new Subject("", 1))).isEqualTo(met(counted, new Subject("", 1)));
    }

    private static List<Integer> met(Condition condition, Subject site) {
        Tally tally = new Tally(condition.units());
        condition.tally(site, tally);
        return List.of(tally.met(false), tally.met(true), tally.failures(false), tally.failures(true));
    }

    @Test
    void its_gap_names_the_missing_codes() {
        Subject[] rooms = {new Subject("a", 1), new Subject("b", 1)};
        rooms[0].put(0, 1, DAY);
        rooms[1].put(0, 2, DAY);
        Subject site = new Subject("", 1);
        site.put(0, rooms, DAY);
        List<Gap> gaps = new ArrayList<>();
        found.gaps(site, gaps);
        assertThat(gaps).singleElement().satisfies(gap -> {
            assertThat(gap.kind()).isEqualTo(Gap.Kind.MEMBERS);
            assertThat(gap.required()).isEqualTo(0b1001);
            assertThat(gap.shortfall()).isEqualTo(2);
        });
    }
}
