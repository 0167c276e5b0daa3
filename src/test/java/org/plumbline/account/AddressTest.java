package org.plumbline.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressTest {
    @ParameterizedTest
    @CsvSource({
        "192.0.2.7, 192.0.2.7",
        "::ffff:192.0.2.7, 192.0.2.7",
        "2001:db8:1:2:3:4:5:6, 20010db800010002/64",
        "2001:db8:1:2:ffff::1, 20010db800010002/64",
        "2001:db8:1:3::1, 20010db800010003/64",
        "fe80::1%eth0, fe80000000000000/64",
        "unknown, unknown",
        "localhost, localhost",
        "'', ''",
    })
    void one_asker_is_an_ipv4_address_or_an_ipv6_network(String address, String network) {
        assertThat(Address.network(address)).isEqualTo(network);
    }
}
