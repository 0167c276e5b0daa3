package org.plumbline.fact;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.plumbline.account.Actor;
import org.plumbline.account.Ground;
import org.plumbline.ledger.Source;

/** As which sources the bringer of a file may state facts about a site or place. */
interface Permit {
    /** Local names of sources, such as Inspector; empty when the place lies outside what the bringer is in charge of. */
    Set<String> sources(String code);

    /** Without accounts: everything. */
    static Permit all() {
        Set<String> all = Source.all().stream().map(Source::name).collect(Collectors.toUnmodifiableSet());
        return code -> all;
    }

    /** What somebody's roles allow, looked up once for each place. */
    static Permit of(Actor actor, Ground ground) {
        Map<String, Set<String>> known = new HashMap<>();
        return code -> known.computeIfAbsent(code, asked -> actor.sources(asked, ground));
    }

    /** Refuses the row if it states what the bringer may not. */
    default void check(Draft draft) {
        Draft.Key key = draft.submission();
        if (key == null) {
            return;
        }
        Set<String> allowed = sources(key.code());
        if (allowed.isEmpty()) {
            draft.refuse(
                    draft.place,
                    key.code() + " 不在您负责的范围内，所以没有记录。请交由负责该处的人员提交，或请系统管理员调整您的角色。",
                    key.code()
                            + " lies outside what you are in charge of, so nothing was recorded: let who is in charge hand it in,"
                            + " or ask your administrator for the role.");
        } else if (!allowed.contains(key.source())) {
            draft.refuse(
                    draft.at(FormColumn.SOURCE),
                    "您的角色不能以“" + key.source() + "”为来源提交。可用的来源：" + String.join("、", allowed) + "。",
                    "Your role cannot state facts as \"" + key.source() + "\": write " + String.join(" or ", allowed)
                            + ".");
        }
    }
}
