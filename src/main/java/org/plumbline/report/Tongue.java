package org.plumbline.report;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The language that a paper speaks. It is bound while a paper is laid out ({@link #in}) and asked for where {@link Words} become text, so that
 * nothing between has to carry it.
 */
public enum Tongue {
    /** Chinese, and English under it and smaller. */
    BOTH,
    ZH,
    EN;

    private static final ScopedValue<Tongue> NOW = ScopedValue.newInstance();

    /** The language of the paper that is being laid out; both outside of that. */
    static Tongue now() {
        return NOW.orElse(BOTH);
    }

    /** Lays something out in this language. */
    <R, X extends Throwable> R in(ScopedValue.CallableOp<R, X> layout) throws X {
        return ScopedValue.where(NOW, this).call(layout);
    }

    /** The language of a name such as {@code zh}; both for anything else. */
    public static Tongue of(String name) {
        return Arrays.stream(values())
                .filter(one -> one.code().equals(name))
                .findFirst()
                .orElse(BOTH);
    }

    /** {@code zh}, {@code en} or {@code both}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** BCP 47 tags, that of what stands first in front. */
    List<String> tags() {
        return switch (this) {
            case BOTH -> List.of("zh-CN", "en");
            case ZH -> List.of("zh-CN");
            case EN -> List.of("en");
        };
    }
}
