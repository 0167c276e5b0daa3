package org.plumbline.publication.graph;

import org.plumbline.web.Labels;
import org.plumbline.web.Lang;
import org.plumbline.web.Text;

/** Names of the roles that stand in public where persons would. */
public final class RoleWords {
    private RoleWords() {}

    /** The name of a role by its code; the code itself for one that the portal has no words for. */
    public static Text name(String code) {
        String key = "role." + code;
        return Labels.keys(Lang.ZH).contains(key) ? Labels.text(key) : Text.same(code);
    }
}
