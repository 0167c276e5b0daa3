package org.plumbline.account;

import io.vertx.core.http.HttpServerRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;

/** Where a request came from. Behind a proxy that {@code quarkus.http.proxy.*} trusts, it is the visitor's own address. */
public final class Address {
    private Address() {}

    /** The network address without its port; empty when the connection is gone. */
    public static String of(HttpServerRequest request) {
        var remote = request.remoteAddress();
        return remote == null || remote.hostAddress() == null ? "" : remote.hostAddress();
    }

    /**
     * What counts as one asker: an IPv4 address, or the first 64 bits of an IPv6 one, of which every household has 2^64. What is no
     * address (a proxy may say "unknown") stays as it is; no name is looked up.
     */
    static String network(String address) {
        try {
            byte[] bytes =
                    InetAddress.ofLiteral(address.replaceFirst("%.*", "")).getAddress();
            return bytes.length == 16
                    ? HexFormat.of().formatHex(bytes, 0, 8) + "/64"
                    : InetAddress.getByAddress(bytes).getHostAddress();
        } catch (IllegalArgumentException | UnknownHostException e) {
            return address;
        }
    }
}
