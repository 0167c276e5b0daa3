package org.plumbline.ledger;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import java.nio.file.Path;
import java.util.Map;

/** The signing key and the linked data of all tests, kept out of the project's data folder. Every {@code @QuarkusTest} has it without asking. */
@WithTestResource(value = KeysResource.class, scope = TestResourceScope.GLOBAL)
public class KeysResource implements QuarkusTestResourceLifecycleManager {
    @Override
    public Map<String, String> start() {
        return Map.of(
                "plumbline.signature.folder",
                Path.of("target", "test-keys").toAbsolutePath().toString(),
                "plumbline.linked-data.folder",
                Path.of(
                                "target",
                                "test-linked-data",
                                Long.toString(ProcessHandle.current().pid()))
                        .toAbsolutePath()
                        .toString());
    }

    @Override
    public void stop() {}
}
