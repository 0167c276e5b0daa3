package org.plumbline.ledger;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.plumbline.ledger.Fault.AlteredBytes;
import org.plumbline.ledger.Fault.AlteredColumn;
import org.plumbline.ledger.Fault.AlteredHash;
import org.plumbline.ledger.Fault.AlteredValue;
import org.plumbline.ledger.Fault.BrokenChain;
import org.plumbline.ledger.Fault.ErasedSilently;
import org.plumbline.ledger.Fault.ForeignCheckpoint;
import org.plumbline.ledger.Fault.ForgedCheckpoint;
import org.plumbline.ledger.Fault.LostValue;
import org.plumbline.ledger.Fault.Missing;
import org.plumbline.ledger.Fault.NotErased;
import org.plumbline.ledger.Fault.Reordered;
import org.plumbline.ledger.Fault.Rewritten;
import org.plumbline.ledger.Fault.TailCut;
import org.plumbline.ledger.Fault.UnknownKey;
import org.plumbline.ledger.Ledger.Kept;
import org.plumbline.rdf.Canonical;
import org.plumbline.signature.Signer;

/** One walk through the ledger, entry by entry, that writes down every fault. Memory does not grow with its length. */
final class Verifier {
    /** Beyond this many broken links nobody asks which entry stood where; the search grows with their square. */
    private static final int TRACED = 1000;

    private final String base;
    private final Signer signer;
    private final Map<Long, String> chainAt = new HashMap<>();
    private final List<Fault> faults = new ArrayList<>();
    private final List<Link> broken = new ArrayList<>();
    private final Function<Collection<String>, List<Kept>> standing;
    /** By hash the entry that states it, for those values that are gone. */
    private final Map<String, LedgerEntry> erased = new HashMap<>();
    /** Hashes that an entry said were erased: the name of a file may be stated again afterwards. */
    private final Set<String> said = new HashSet<>();

    private Head head = Head.EMPTY;

    /** What of an entry is needed to find its place; its bytes are let go. */
    private record Link(long position, String submission, byte[] hash, byte[] chain, byte[] before) {}

    /** @param standing finds those of some values kept apart that stand */
    Verifier(String base, Signer signer, Function<Collection<String>, List<Kept>> standing) {
        this.base = base;
        this.signer = signer;
        this.standing = standing;
    }

    Verification walk(Stream<LedgerEntry> entries, List<Checkpoint> checkpoints) {
        var lengths = checkpoints.stream().map(Checkpoint::length).collect(Collectors.toSet());
        chainAt.put(0L, head.chain());
        entries.forEachOrdered(entry -> {
            visit(entry);
            head = new Head(entry.position(), HexFormat.of().formatHex(entry.chain()));
            if (lengths.contains(entry.position())) chainAt.put(entry.position(), head.chain());
        });
        erased.forEach((value, entry) -> faults.add(new ErasedSilently(entry.position(), entry.submission(), value)));
        traceBrokenLinks();
        faults.sort(Comparator.comparingLong(Fault::position));
        compare(checkpoints);
        return new Verification(head, checkpoints.size(), List.copyOf(faults));
    }

    private void visit(LedgerEntry entry) {
        var position = entry.position();
        var gap = position != head.length() + 1;
        if (gap) faults.add(new Missing(head.length() + 1, position - 1));
        var before = head.chainBytes();
        var hash = Canonical.hash(entry.bytes());
        var linked = gap || continues(before, entry.hash(), entry.chain());
        if (!Arrays.equals(hash, entry.hash())) {
            var onlyHash = !gap && continues(before, hash, entry.chain());
            faults.add(
                    onlyHash
                            ? new AlteredHash(position, entry.submission())
                            : new AlteredBytes(position, entry.submission()));
            linked |= onlyHash;
        } else {
            Entry.unstated(entry.submission(), entry.subject(), entry.actor(), entry.recordedAt(), entry.bytes())
                    .forEach(line -> faults.add(new AlteredColumn(position, entry.submission(), line)));
            apart(entry);
        }
        if (!linked) broken.add(new Link(position, entry.submission(), entry.hash(), entry.chain(), before));
    }

    /** What stands beside an entry is what its bytes say, or was erased by an entry that says so. */
    private void apart(LedgerEntry entry) {
        Set<String> stated = Apart.stated(entry.bytes());
        if (entry.kind() == Kind.ERASURE) {
            Set<String> named = ErasureGraph.erased(entry);
            erased.keySet().removeAll(named);
            said.addAll(named);
            standing.apply(named)
                    .forEach(kept -> faults.add(new NotErased(
                            entry.position(), entry.submission(), kept.apart().hash())));
        }
        for (var one : entry.apart()) {
            if (!stated.remove(one.hash()) || !one.genuine())
                faults.add(new AlteredValue(entry.position(), entry.submission(), one.hash()));
            else if (one.erasedBy() != null && !said.contains(one.hash()))
                erased.putIfAbsent(one.hash(), entry.beside(List.of()));
        }
        stated.forEach(hash -> faults.add(new LostValue(entry.position(), entry.submission(), hash)));
    }

    /** An entry whose chain continues another entry than the one before it was moved; any other was altered. */
    private void traceBrokenLinks() {
        if (broken.isEmpty()) return;
        Map<Long, byte[]> predecessors = new HashMap<>();
        predecessors.put(0L, Head.EMPTY.chainBytes());
        for (var link : broken.subList(0, Math.min(TRACED, broken.size()))) {
            predecessors.put(link.position - 1, link.before);
            predecessors.put(link.position, link.chain);
        }
        for (int i = 0; i < broken.size(); i++) {
            var entry = broken.get(i);
            var behind = i >= TRACED
                    ? null
                    : predecessors.entrySet().stream()
                            .filter(before -> continues(before.getValue(), entry.hash, entry.chain))
                            .map(Map.Entry::getKey)
                            .findFirst()
                            .orElse(null);
            faults.add(
                    behind == null
                            ? new BrokenChain(entry.position, entry.submission)
                            : new Reordered(entry.position, entry.submission, behind));
        }
        faults.sort(Comparator.comparingLong(Fault::position));
    }

    private void compare(List<Checkpoint> checkpoints) {
        long agreed = 0;
        for (var checkpoint : checkpoints.stream()
                .sorted(Comparator.comparingLong(Checkpoint::length))
                .toList()) {
            if (!checkpoint.base().equals(base)) {
                faults.add(new ForeignCheckpoint(checkpoint));
                continue;
            }
            switch (verdict(checkpoint)) {
                case FORGED -> faults.add(new ForgedCheckpoint(checkpoint));
                case UNKNOWN_KEY -> faults.add(new UnknownKey(checkpoint));
                case HOLDS -> {
                    if (checkpoint.length() > head.length()) faults.add(new TailCut(checkpoint, head.length()));
                    else if (checkpoint.head().equals(chainAt.get(checkpoint.length()))) agreed = checkpoint.length();
                    else faults.add(new Rewritten(checkpoint, agreed));
                }
            }
        }
    }

    private Signer.Verdict verdict(Checkpoint checkpoint) {
        try {
            return signer.check(checkpoint.keyId(), checkpoint.signedBytes(), checkpoint.signatureBytes());
        } catch (IllegalArgumentException notBase64) {
            return Signer.Verdict.FORGED;
        }
    }

    private static boolean continues(byte[] before, byte[] hash, byte[] chain) {
        return Arrays.equals(Head.link(before, hash), chain);
    }
}
