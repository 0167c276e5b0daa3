package org.plumbline.fact;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NameIndexTest {
    @ParameterizedTest
    @ValueSource(strings = {"红旗居民委员会", "红旗居委会", "红旗社区", "红旗居民区", "红旗社区居委会", " 红旗居委 ", "HONGQI"})
    void a_committee_is_found_by_each_of_its_endings(String name) {
        NameIndex index = new NameIndex();
        index.add("1", "红旗居民委员会", "Hongqi");
        index.add("2", "红旗村民委员会", null);
        assertThat(index.find(name)).containsExactly("1");
    }

    @Test
    void two_of_one_name_are_both_found_and_the_whole_name_goes_first() {
        NameIndex index = new NameIndex();
        index.add("1", "红旗居委会");
        index.add("2", "红旗居民委员会");
        index.add("3", "红旗社区");
        assertThat(index.find("红旗居民区")).containsExactly("1", "2", "3");
        assertThat(index.find("红旗社区")).containsExactly("3");
        assertThat(index.find("红旗村")).isEmpty();
        assertThat(index.find("社区")).isEmpty();
    }
}
