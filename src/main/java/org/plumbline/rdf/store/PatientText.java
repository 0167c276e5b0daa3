package org.plumbline.rdf.store;

/** A text that ends a regular expression's search when the query's time is over: Java's matcher asks for each character. */
final class PatientText implements CharSequence {
    private static final int LOOK_EVERY = 1 << 12;

    private final CharSequence text;
    private final Allowance allowance;
    private int reads;

    PatientText(CharSequence text, Allowance allowance) {
        this.text = text;
        this.allowance = allowance;
    }

    @Override
    public char charAt(int index) {
        if (++reads % LOOK_EVERY == 0) {
            allowance.time();
        }
        return text.charAt(index);
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return text.subSequence(start, end);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
