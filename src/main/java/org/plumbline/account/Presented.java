package org.plumbline.account;

import io.quarkus.security.identity.request.BaseAuthenticationRequest;

/** A cookie or a token that came with a request, before anybody looked whether it is good. */
final class Presented extends BaseAuthenticationRequest {
    /** What came. */
    enum Kind {
        SESSION,
        TOKEN
    }

    final Kind kind;
    final String secret;
    final String address;

    Presented(Kind kind, String secret, String address) {
        this.kind = kind;
        this.secret = secret;
        this.address = address;
    }
}
