package org.plumbline.place;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.plumbline.account.Ground;

/** Says from the register which place stands in which, so that roles hold by place. */
@ApplicationScoped
class RegisterGround implements Ground {
    /** Site, committee, area, street, district, city: deeper than that nothing stands. */
    private static final int LEVELS = 8;

    @Override
    @Transactional
    public boolean within(String code, String area) {
        if (code.equals(area)) {
            return true;
        }
        Set<String> seen = new HashSet<>(Set.of(code));
        Set<String> level = Set.of(code);
        for (int i = 0; i < LEVELS && !level.isEmpty(); i++) {
            Set<String> next = new HashSet<>();
            for (Membership one : Membership.ofChildren(level)) {
                if (one.validTo == null && seen.add(one.parent)) {
                    next.add(one.parent);
                }
            }
            if (next.contains(area)) {
                return true;
            }
            level = next;
        }
        return false;
    }

    @Override
    @Transactional
    public boolean knows(String code) {
        return !Place.byCodes(List.of(code)).isEmpty()
                || !Site.byCodes(List.of(code)).isEmpty();
    }
}
