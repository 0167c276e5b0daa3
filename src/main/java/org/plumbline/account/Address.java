package org.plumbline.account;

import io.vertx.core.http.HttpServerRequest;

/** Where a request came from. Behind a proxy that {@code quarkus.http.proxy.*} trusts, it is the visitor's own address. */
public final class Address {
    private Address() {}

    /** The network address without its port; empty when the connection is gone. */
    public static String of(HttpServerRequest request) {
        var remote = request.remoteAddress();
        return remote == null || remote.hostAddress() == null ? "" : remote.hostAddress();
    }
}
