package org.plumbline.publication.view;

/** How a clause is decided. */
public enum Check {
    /** Facts decide. */
    AUTOMATIC,
    /** A person judges and gives a reason. */
    JUDGED,
    /** Nothing checks it yet. */
    UNCODIFIED;

    /** Key of its words in the label files. */
    public String key() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
