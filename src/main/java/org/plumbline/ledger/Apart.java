package org.plumbline.ledger;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.apache.jena.datatypes.TypeMapper;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.jspecify.annotations.Nullable;
import org.plumbline.account.audit.AuditEntry;
import org.plumbline.rdf.Canonical;
import org.plumbline.rdf.F;
import org.plumbline.rdf.Literals;
import org.plumbline.rdf.PL;

/**
 * A value that an entry states by its salted hash, and that stands beside the entry so that it can be erased: what a person is named in,
 * or might be. The hash stays, so that the chain can still be proved; the salt goes with the value, so that nobody can try out which it was.
 *
 * @param hash SHA-256 of salt and value, hexadecimal; the bytes of the entry hold it as {@code "…"^^pl:Apart}
 * @param predicate IRI of the property whose value it is
 * @param salt 16 random bytes; null once it is erased
 * @param value the value as a term of N-Triples; null once it is erased
 * @param erasedBy position of the entry that erased it; null while it stands
 */
public record Apart(
        String hash,
        String predicate,
        byte @Nullable [] salt,
        @Nullable String value,
        @Nullable Long erasedBy) {
    /** What stands where a text of a judgement or a reason was. */
    public static final String ERASED = AuditEntry.ERASED;

    /** What stands where the name of a file was; it could be one. */
    public static final String ERASED_FILE = "已应申请删除 erased on request";

    private static final int SALT = 16;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Set<Node> FREE_TEXTS = Set.of(PL.REASON, PL.WHY, PL.FILE_NAME);
    private static final Pattern STATED =
            Pattern.compile("\"([0-9a-f]{64})\"\\^\\^<" + Pattern.quote(PL.APART.getURI()) + ">");
    private static final byte[] MARK = PL.APART.getURI().getBytes(StandardCharsets.UTF_8);

    /**
     * Whether the object of a statement is kept apart: whatever people write freely (texts among the facts, reasons, names of files), and every value of a
     * fact that is about a person.
     *
     * @param personal the facts that are about a person
     */
    static boolean keeps(Triple triple, Set<Node> personal) {
        Node predicate = triple.getPredicate();
        boolean text = triple.getObject().isLiteral()
                && XSDDatatype.XSDstring.getURI().equals(triple.getObject().getLiteralDatatypeURI());
        return personal.contains(predicate)
                || text && (FREE_TEXTS.contains(predicate) || predicate.getURI().startsWith(F.NS));
    }

    /** A value with a salt of its own. */
    static Apart of(Triple triple) {
        byte[] salt = new byte[SALT];
        RANDOM.nextBytes(salt);
        String value = Canonical.term(triple.getObject());
        return new Apart(hash(salt, value), triple.getPredicate().getURI(), salt, value, null);
    }

    /** The literal that stands in the entry. */
    Node stated() {
        return NodeFactory.createLiteralDT(hash, TypeMapper.getInstance().getSafeTypeByName(PL.APART.getURI()));
    }

    /** Whether a term is such a literal. */
    static boolean is(Node object) {
        return object.isLiteral() && PL.APART.getURI().equals(object.getLiteralDatatypeURI());
    }

    /** The hashes that the bytes of an entry hold in place of values. */
    static Set<String> stated(byte[] bytes) {
        Set<String> hashes = new TreeSet<>();
        if (holds(bytes, MARK)) {
            STATED.matcher(new String(bytes, StandardCharsets.UTF_8))
                    .results()
                    .forEach(one -> hashes.add(one.group(1)));
        }
        return hashes;
    }

    /** Whether the value is the one that was hashed; always so once it is erased. */
    boolean genuine() {
        return salt == null || value == null || hash(salt, value).equals(hash);
    }

    /** What stands in the place of an erased value: a fact is no longer stated, a text says what became of it. */
    static @Nullable Node instead(Node predicate) {
        if (predicate.equals(PL.FILE_NAME)) {
            return Literals.string(ERASED_FILE);
        }
        return FREE_TEXTS.contains(predicate) ? Literals.string(ERASED) : null;
    }

    private static String hash(byte[] salt, String value) {
        byte[] text = value.getBytes(StandardCharsets.UTF_8);
        byte[] both = Arrays.copyOf(salt, salt.length + text.length);
        System.arraycopy(text, 0, both, salt.length, text.length);
        return HexFormat.of().formatHex(Canonical.hash(both));
    }

    static boolean holds(byte[] bytes, byte[] wanted) {
        for (int i = 0; i + wanted.length <= bytes.length; i++) {
            if (bytes[i] == wanted[0] && Arrays.equals(bytes, i, i + wanted.length, wanted, 0, wanted.length)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Apart apart && apart.hash.equals(hash);
    }

    @Override
    public int hashCode() {
        return hash.hashCode();
    }
}
