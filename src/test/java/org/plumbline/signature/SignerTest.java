package org.plumbline.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.signature.Signer.Verdict;

class SignerTest {
    private static final byte[] MESSAGE = "准绳".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    @Test
    void the_key_outlives_the_process_and_only_its_owner_reads_it() throws Exception {
        var first = new Signer(folder);
        var signature = first.sign(MESSAGE);
        var second = new Signer(folder);
        assertThat(second.keyId()).isEqualTo(first.keyId()).hasSize(32);
        assertThat(signature).hasSize(64).isEqualTo(second.sign(MESSAGE));
        assertThat(second.check(first.keyId(), MESSAGE, signature)).isEqualTo(Verdict.HOLDS);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("ed25519.key"))))
                .isEqualTo("rw-------");
    }

    @Test
    void a_changed_message_or_signature_is_forged() {
        var signer = new Signer(folder);
        var signature = signer.sign(MESSAGE);
        assertThat(signer.check(signer.keyId(), new byte[] {1}, signature)).isEqualTo(Verdict.FORGED);
        signature[0] ^= 1;
        assertThat(signer.check(signer.keyId(), MESSAGE, signature)).isEqualTo(Verdict.FORGED);
        assertThat(signer.check(signer.keyId(), MESSAGE, new byte[3])).isEqualTo(Verdict.FORGED);
    }

    @Test
    void a_key_is_unknown_until_its_public_file_is_put_there() throws Exception {
        var other = new Signer(folder.resolve("other"));
        var signer = new Signer(folder.resolve("own"));
        var signature = other.sign(MESSAGE);
        assertThat(signer.check(other.keyId(), MESSAGE, signature)).isEqualTo(Verdict.UNKNOWN_KEY);
        assertThat(signer.check("../other/" + other.keyId(), MESSAGE, signature))
                .isEqualTo(Verdict.UNKNOWN_KEY);
        var file = other.keyId() + ".pub";
        Files.copy(folder.resolve("other").resolve(file), folder.resolve("own").resolve(file));
        assertThat(signer.check(other.keyId(), MESSAGE, signature)).isEqualTo(Verdict.HOLDS);
    }

    @Test
    void another_key_under_a_trusted_name_is_not_trusted() throws Exception {
        var other = new Signer(folder.resolve("other"));
        var signer = new Signer(folder.resolve("own"));
        Files.copy(
                folder.resolve("other").resolve(other.keyId() + ".pub"),
                folder.resolve("own").resolve(signer.keyId() + ".pub"),
                StandardCopyOption.REPLACE_EXISTING);
        assertThat(signer.check(signer.keyId(), MESSAGE, other.sign(MESSAGE))).isEqualTo(Verdict.UNKNOWN_KEY);
    }

    @Test
    void files_that_hold_no_key_of_their_name_are_not_listed() throws Exception {
        var other = new Signer(folder.resolve("other"));
        var own = folder.resolve("own");
        var signer = new Signer(own);
        Files.writeString(own.resolve("0123456789abcdef0123456789abcdef.pub"), "nothing");
        Files.copy(
                folder.resolve("other").resolve(other.keyId() + ".pub"),
                own.resolve("ffffffffffffffffffffffffffffffff.pub"));
        assertThat(signer.publicKeys()).containsOnlyKeys(signer.keyId());
        Files.copy(folder.resolve("other").resolve(other.keyId() + ".pub"), own.resolve(other.keyId() + ".pub"));
        assertThat(signer.publicKeys()).containsOnlyKeys(signer.keyId(), other.keyId());
    }

    @Test
    void a_key_open_to_others_or_broken_stops_the_start() throws Exception {
        new Signer(folder);
        var file = folder.resolve("ed25519.key");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        assertThatThrownBy(() -> new Signer(folder)).hasMessageContaining("chmod 600");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        Files.writeString(file, "nothing");
        assertThatThrownBy(() -> new Signer(folder)).hasMessageContaining("is no Ed25519 private key");
    }
}
