package org.plumbline.table;

import java.io.IOException;
import org.plumbline.rulebook.Text;

/** A file from which nothing can be read; its message is one line in both languages that says what to do. */
public final class UnreadableFile extends IOException {
    private final transient Text text;

    /** With the wording in both languages. */
    public UnreadableFile(String zh, String en) {
        super(zh + " / " + en);
        this.text = new Text(zh, en);
    }

    /** The wording. */
    public Text text() {
        return text;
    }
}
