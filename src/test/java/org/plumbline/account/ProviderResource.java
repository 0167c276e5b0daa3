package org.plumbline.account;

import static java.util.Map.entry;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import java.util.Map;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.OAuth2Config;

/** An OpenID provider beside the tests. For all of them, so that the program is started once with the same settings. */
@WithTestResource(value = ProviderResource.class, scope = TestResourceScope.GLOBAL)
public class ProviderResource implements QuarkusTestResourceLifecycleManager {
    private static final int PORT = 0;

    private final MockOAuth2Server server = new MockOAuth2Server(new OAuth2Config());

    @Override
    public Map<String, String> start() {
        server.start(PORT);
        return Map.ofEntries(
                entry("plumbline.account.sso", "true"),
                // All tests ask from one address; ten files and fifty answers a second are more than they take.
                entry("plumbline.account.queries-per-minute", "0"),
                entry("plumbline.account.sign-ins-per-minute", "0"),
                entry("plumbline.account.files-per-minute", "600"),
                entry("plumbline.account.answers-per-minute", "3000"),
                // No password of a test is so old unless the test makes it so.
                entry("plumbline.account.password-age", "P3650D"),
                entry(
                        "quarkus.oidc.sso.auth-server-url",
                        server.issuerUrl("district").toString()),
                entry("quarkus.oidc.sso.client-id", "plumbline"),
                entry("quarkus.oidc.sso.credentials.secret", "a-secret-of-the-test-that-is-long-enough"));
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(server, new TestInjector.MatchesType(MockOAuth2Server.class));
    }

    @Override
    public void stop() {
        server.shutdown();
    }
}
