package org.plumbline.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bucket4j.TimeMeter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.plumbline.account.RequestLimit.Kind;

/** The counting itself, by a clock that stands still until it is moved. */
class RequestBucketsTest {
    private long now = 1;
    private final RequestLimit limit = new RequestLimit(config("60", "2", "0"), new TimeMeter() {
        @Override
        public long currentTimeNanos() {
            return now;
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    });

    @Test
    void a_minute_s_requests_may_come_at_once_and_then_one_a_second() {
        for (int i = 0; i < 60; i++) {
            assertThat(limit.take(Kind.QUERY, "192.0.2.1")).isEmpty();
        }
        assertThat(limit.take(Kind.QUERY, "192.0.2.1")).contains(2L);
        now += Duration.ofMillis(999).toNanos();
        assertThat(limit.take(Kind.QUERY, "192.0.2.1")).contains(1L);
        now += Duration.ofMillis(1).toNanos();
        assertThat(limit.take(Kind.QUERY, "192.0.2.1")).isEmpty();
        assertThat(limit.take(Kind.QUERY, "192.0.2.1")).isPresent();
    }

    @Test
    void addresses_and_kinds_are_counted_apart_and_an_ipv6_network_as_one() {
        limit.take(Kind.SIGN_IN, "2001:db8::1");
        limit.take(Kind.SIGN_IN, "2001:db8::2");
        assertThat(limit.take(Kind.SIGN_IN, "2001:db8::3")).contains(31L);
        assertThat(limit.take(Kind.SIGN_IN, "2001:db8:0:1::3")).isEmpty();
        assertThat(limit.take(Kind.QUERY, "2001:db8::3")).isEmpty();
    }

    @Test
    void nought_sets_no_limit() {
        for (int i = 0; i < 1000; i++) {
            assertThat(limit.take(Kind.FILE, "192.0.2.1")).isEmpty();
        }
    }

    @Test
    void the_answers_that_are_made_for_one_address_are_ten_a_second_unless_the_settings_say_otherwise() {
        assertThat(config("0", "0", "0").answersPerMinute()).isEqualTo(600);
        for (int i = 0; i < 600; i++) {
            assertThat(limit.take(Kind.ANSWER, "192.0.2.9")).isEmpty();
        }
        assertThat(limit.take(Kind.ANSWER, "192.0.2.9")).contains(1L);
    }

    @Test
    void passwords_have_no_greatest_age_unless_one_is_set() {
        assertThat(config("0", "0", "0").passwordAge()).isEmpty();
    }

    @Test
    void what_is_costly_has_a_kind_and_the_rest_has_none() {
        assertThat(RequestLimit.kind("POST", "/sparql", false)).contains(Kind.QUERY);
        assertThat(RequestLimit.kind("GET", "/sparql", true)).contains(Kind.QUERY);
        assertThat(RequestLimit.kind("GET", "/en/query", true)).contains(Kind.QUERY);
        assertThat(RequestLimit.kind("GET", "/en/query", false)).isEmpty();
        assertThat(RequestLimit.kind("GET", "/en/query/", true)).contains(Kind.QUERY);
        assertThat(RequestLimit.kind("POST", "/zh/sign-in/", false)).contains(Kind.SIGN_IN);
        assertThat(RequestLimit.kind("POST", "/zh/sign-in", false)).contains(Kind.SIGN_IN);
        assertThat(RequestLimit.kind("GET", "/zh/sign-in", false)).isEmpty();
        assertThat(RequestLimit.kind("GET", "/sso", false)).contains(Kind.SIGN_IN);
        assertThat(RequestLimit.kind("GET", "/site/310112101001-RS01.pdf", false))
                .contains(Kind.FILE);
        assertThat(RequestLimit.kind("GET", "/dump/7.nq.gz", false)).contains(Kind.FILE);
        assertThat(RequestLimit.kind("GET", "/site/310112101001-RS01.json", false))
                .isEqualTo(Optional.empty());
    }

    private static AccountConfig config(String queries, String signIns, String files) {
        return new SmallRyeConfigBuilder()
                .withMapping(AccountConfig.class)
                .withDefaultValue("plumbline.account.queries-per-minute", queries)
                .withDefaultValue("plumbline.account.sign-ins-per-minute", signIns)
                .withDefaultValue("plumbline.account.files-per-minute", files)
                .build()
                .getConfigMapping(AccountConfig.class);
    }
}
