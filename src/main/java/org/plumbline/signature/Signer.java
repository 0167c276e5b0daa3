package org.plumbline.signature;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jboss.logging.Logger;

/**
 * Signs with this installation's Ed25519 key (RFC 8032) and checks signatures of every key it trusts. The key is a PKCS #8 PEM
 * file <code>ed25519.key</code> that only its owner may read; each trusted public key is a PEM file
 * <code>ID.pub</code> beside it, so that what an older key signed can still be checked. To trust the key of another
 * installation, copy its public file there.
 */
@ApplicationScoped
public class Signer {
    private static final Logger LOG = Logger.getLogger(Signer.class);
    private static final String ALGORITHM = "Ed25519";
    private static final String OWNER_ONLY = "rw-------";

    /** What a check of a signature can say. */
    public enum Verdict {
        /** Signed with that key over exactly these bytes. */
        HOLDS,
        /** Not the signature of these bytes by that key. */
        FORGED,
        /** The key is none of those trusted, so the signature says nothing. */
        UNKNOWN_KEY
    }

    private final Path folder;
    private final KeyPair key;
    private final String keyId;

    @Inject
    Signer(SignatureConfig config) {
        this(config.folder());
    }

    /**
     * The signer of a folder; makes folder and key when there is none.
     *
     * @throws IllegalStateException when the key is readable by others, or is no Ed25519 key
     */
    public Signer(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
        try {
            Files.createDirectories(this.folder);
            key = Files.exists(keyFile()) ? load() : create();
            keyId = id(key.getPublic());
            writeIfMissing(publicFile(keyId), "PUBLIC KEY", key.getPublic().getEncoded());
        } catch (IOException e) {
            throw new UncheckedIOException("The signing key in " + this.folder + " cannot be read or made", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    keyFile() + " is no Ed25519 private key in PEM: put the right file back", e);
        }
    }

    /** Signs some bytes; 64 bytes. */
    public byte[] sign(byte[] message) {
        try {
            var signature = Signature.getInstance(ALGORITHM);
            signature.initSign(key.getPrivate());
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Signing failed", e);
        }
    }

    /** Says whether a signature over some bytes is that of the key with this id. */
    public Verdict check(String keyId, byte[] message, byte[] signature) {
        if (!keyId.matches("[0-9a-f]{32}")) return Verdict.UNKNOWN_KEY;
        var file = publicFile(keyId);
        if (!Files.exists(file)) return Verdict.UNKNOWN_KEY;
        try {
            var publicKey = publicKey(file);
            if (!id(publicKey).equals(keyId)) return Verdict.UNKNOWN_KEY;
            var check = Signature.getInstance(ALGORITHM);
            check.initVerify(publicKey);
            check.update(message);
            return check.verify(signature) ? Verdict.HOLDS : Verdict.FORGED;
        } catch (GeneralSecurityException e) {
            return Verdict.FORGED;
        } catch (IOException e) {
            throw new UncheckedIOException("The public key " + file + " cannot be read", e);
        }
    }

    /** Names the key: the first 128 bits of the SHA-256 of its X.509 form, 32 hexadecimal digits. */
    public String keyId() {
        return keyId;
    }

    /** The public key in X.509 form (SubjectPublicKeyInfo), for reports and dumps that carry a signature. */
    public byte[] publicKey() {
        return key.getPublic().getEncoded();
    }

    /**
     * Every key whose signatures are trusted, in X.509 form by its id: this installation's own, and those whose files were put beside it. A file
     * that holds no such key, or another than its name says, is left out as {@link #check} leaves it out, and noted in the log.
     */
    public SortedMap<String, byte[]> publicKeys() {
        var keys = new TreeMap<String, byte[]>();
        try (var files = Files.newDirectoryStream(folder, "*.pub")) {
            for (var file : files) {
                var name = String.valueOf(file.getFileName());
                var id = name.substring(0, name.length() - ".pub".length());
                if (holds(file, id)) {
                    keys.put(id, readPem(file));
                } else {
                    LOG.warnf(
                            "%s is not trusted: it holds no Ed25519 public key of that name. Put the right file back.",
                            file);
                }
            }
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("The public keys in " + folder + " cannot be read", e);
        }
        return keys;
    }

    private static boolean holds(Path file, String id) throws IOException {
        try {
            return id(publicKey(file)).equals(id);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static PublicKey publicKey(Path file) throws IOException, GeneralSecurityException {
        return KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(readPem(file)));
    }

    private KeyPair create() throws IOException, GeneralSecurityException {
        var pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
        // The public half stands inside the private file too, for Java cannot compute it from the private half.
        var text = pem("PRIVATE KEY", pair.getPrivate().getEncoded())
                + pem("PUBLIC KEY", pair.getPublic().getEncoded());
        var unfinished = folder.resolve("ed25519.new");
        Files.deleteIfExists(unfinished);
        Files.createFile(unfinished, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(OWNER_ONLY)));
        Files.writeString(unfinished, text);
        Files.move(unfinished, keyFile(), StandardCopyOption.ATOMIC_MOVE);
        return pair;
    }

    private KeyPair load() throws IOException, GeneralSecurityException {
        var permissions = PosixFilePermissions.toString(Files.getPosixFilePermissions(keyFile()));
        if (!permissions.endsWith("------"))
            throw new IllegalStateException("The signing key " + keyFile() + " is open to others (" + permissions
                    + "), so its signatures would prove nothing: chmod 600 it");
        var halves = Files.readString(keyFile()).split("(?<=-----END PRIVATE KEY-----)\\s*", 2);
        if (halves.length < 2) throw new GeneralSecurityException("one half of the key is missing");
        var factory = KeyFactory.getInstance(ALGORITHM);
        var secret = factory.generatePrivate(new PKCS8EncodedKeySpec(unpem(halves[0])));
        if (!(secret instanceof EdECPrivateKey)) throw new GeneralSecurityException("another algorithm");
        return new KeyPair(factory.generatePublic(new X509EncodedKeySpec(unpem(halves[1]))), secret);
    }

    private Path keyFile() {
        return folder.resolve("ed25519.key");
    }

    private Path publicFile(String id) {
        return folder.resolve(id + ".pub");
    }

    private static void writeIfMissing(Path file, String title, byte[] bytes) throws IOException {
        if (!Files.exists(file)) Files.writeString(file, pem(title, bytes));
    }

    private static String id(PublicKey key) throws GeneralSecurityException {
        var digest = MessageDigest.getInstance("SHA-256").digest(key.getEncoded());
        return HexFormat.of().formatHex(Arrays.copyOf(digest, 16));
    }

    private static byte[] readPem(Path file) throws IOException, GeneralSecurityException {
        return unpem(Files.readString(file));
    }

    private static String pem(String title, byte[] bytes) {
        var body = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                .encodeToString(bytes);
        return "-----BEGIN " + title + "-----\n" + body + "\n-----END " + title + "-----\n";
    }

    private static byte[] unpem(String text) throws GeneralSecurityException {
        try {
            return Base64.getMimeDecoder().decode(text.replaceAll("-----[A-Z ]+-----", ""));
        } catch (IllegalArgumentException e) {
            throw new GeneralSecurityException("not PEM", e);
        }
    }
}
