package org.plumbline.publication.view;

import java.util.Locale;

/** Who observed a fact, in the order of rank: the earlier one prevails. */
public enum Source {
    /** Inspector 检查员. */
    INSPECTOR,
    /** Register 登记. */
    REGISTER,
    /** System 系统. */
    SYSTEM,
    /** The site's own declaration 站点申报. */
    MANAGER;

    /** Key of its words in the label files. */
    public String key() {
        return "source." + name().toLowerCase(Locale.ROOT);
    }
}
