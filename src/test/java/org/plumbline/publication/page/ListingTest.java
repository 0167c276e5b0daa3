package org.plumbline.publication.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ListingTest {
    @Test
    void a_table_that_is_too_long_is_refused_before_it_is_read_and_not_offered() {
        assertThatThrownBy(() -> Listing.all(Listing.MOST + 1, most -> {
                    throw new AssertionError("read");
                }))
                .isInstanceOf(Listing.TooLong.class);
        assertThat(Listing.all(Listing.MOST, List::of)).containsExactly(Listing.MOST);
        assertThat(Listing.faces("/sites", Listing.MOST + 1)).isEmpty();
        assertThat(Listing.faces("/sites?class=RS", Listing.MOST)).hasSize(3);
    }
}
