package org.plumbline.ledger;

/** Something that does not hold in the ledger. Each says in one line what is wrong, where, and what it may mean. */
public sealed interface Fault {
    /** The fault as one line for the operator. */
    String message();

    /** The position it was found at; that of a checkpoint is its length. */
    long position();

    /** The bytes of an entry are not those that were hashed. */
    record AlteredBytes(long position, String submission) implements Fault {
        @Override
        public String message() {
            return at(position, submission) + "its bytes were altered after it was recorded";
        }
    }

    /** The hash of an entry is not that of its bytes, while its chain still is. */
    record AlteredHash(long position, String submission) implements Fault {
        @Override
        public String message() {
            return at(position, submission) + "its hash was altered; its bytes are as recorded";
        }
    }

    /** A column says something else than the bytes; {@code unstated} is the statement that the bytes lack. */
    record AlteredColumn(long position, String submission, String unstated) implements Fault {
        @Override
        public String message() {
            return at(position, submission) + "a column was altered, for its bytes do not state " + unstated;
        }
    }

    /** A value that stands beside an entry is not the one whose hash the entry states, or the entry states no such hash. */
    record AlteredValue(long position, String submission, String hash) implements Fault {
        @Override
        public String message() {
            return at(position, submission) + "the value kept apart as " + hash + " is not what the entry states";
        }
    }

    /** A value that an entry states by its hash is not there, and not as erased either. */
    record LostValue(long position, String submission, String hash) implements Fault {
        @Override
        public String message() {
            return at(position, submission) + "the value kept apart as " + hash + " is missing";
        }
    }

    /** A value is gone, and no entry says that it was erased. */
    record ErasedSilently(long position, String submission, String hash) implements Fault {
        @Override
        public String message() {
            return at(position, submission) + "the value kept apart as " + hash
                    + " was erased, but no later entry says so";
        }
    }

    /** An entry says that a value was erased, which stands. */
    record NotErased(long position, String submission, String hash) implements Fault {
        @Override
        public String message() {
            return at(position, submission) + "it says that the value kept apart as " + hash
                    + " was erased, but the value is there";
        }
    }

    /** Entries are not there, while later ones are. */
    record Missing(long first, long last) implements Fault {
        @Override
        public long position() {
            return first;
        }

        @Override
        public String message() {
            return first == last
                    ? "entry " + first + " is missing"
                    : "entries " + first + " to " + last + " are missing";
        }
    }

    /** An entry stands at another position than it was recorded at: it belongs right behind the one now at {@code behind}. */
    record Reordered(long position, String submission, long behind) implements Fault {
        @Override
        public String message() {
            return at(position, submission) + "out of order, it was recorded "
                    + (behind == 0 ? "as the first" : "right after the one that now stands at " + behind);
        }
    }

    /** An entry does not continue the chain of the one before it. */
    record BrokenChain(long position, String submission) implements Fault {
        @Override
        public String message() {
            return at(position, submission) + "it does not continue entry " + (position - 1)
                    + ": one of the two was altered or put in, or one between them taken out";
        }
    }

    /** The ledger is shorter than a checkpoint says it was. */
    record TailCut(Checkpoint checkpoint, long length) implements Fault {
        @Override
        public long position() {
            return checkpoint.length();
        }

        @Override
        public String message() {
            return "the tail was cut: on " + checkpoint.date() + " there were " + checkpoint.length() + " entries, now "
                    + length;
        }
    }

    /** The chain at a checkpoint is not what was signed; up to {@code agreed} entries an earlier checkpoint still agrees. */
    record Rewritten(Checkpoint checkpoint, long agreed) implements Fault {
        @Override
        public long position() {
            return checkpoint.length();
        }

        @Override
        public String message() {
            return "entries between " + (agreed + 1) + " and " + checkpoint.length()
                    + " were rewritten after the checkpoint of " + checkpoint.date();
        }
    }

    /** A checkpoint's signature is not that of its key over its content. */
    record ForgedCheckpoint(Checkpoint checkpoint) implements Fault {
        @Override
        public long position() {
            return checkpoint.length();
        }

        @Override
        public String message() {
            return "the checkpoint of " + checkpoint.date() + " at " + checkpoint.length()
                    + " entries was altered: its signature does not hold";
        }
    }

    /** A checkpoint was signed by a key that is not trusted here. */
    record UnknownKey(Checkpoint checkpoint) implements Fault {
        @Override
        public long position() {
            return checkpoint.length();
        }

        @Override
        public String message() {
            return "the checkpoint of " + checkpoint.date() + " at " + checkpoint.length()
                    + " entries is signed by key " + checkpoint.keyId()
                    + ", which is not trusted here: if it is yours, put its .pub file into the keys folder";
        }
    }

    /** A checkpoint is that of another installation. */
    record ForeignCheckpoint(Checkpoint checkpoint) implements Fault {
        @Override
        public long position() {
            return checkpoint.length();
        }

        @Override
        public String message() {
            return "the checkpoint of " + checkpoint.date() + " belongs to another ledger, that of "
                    + checkpoint.base();
        }
    }

    private static String at(long position, String submission) {
        return "entry " + position + " (" + submission + "): ";
    }
}
