package org.plumbline.account;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What somebody is in the district (角色). A role says which acts are allowed and, for facts, as which source they may be stated;
 * the place where it is held says about which sites. {@code src/docs/permissions.md} is this table and that of endpoints.
 */
public enum Role {
    /** 检查员: inspects sites and records what was seen. */
    INSPECTOR(List.of("Inspector"), Act.SEE_WORK, Act.IMPORT_FACTS),
    /** 街镇审核员: reviews what comes from the sites of a street or town. */
    STREET_REVIEWER(List.of(), Act.SEE_WORK, Act.PRINT_PAPERS),
    /** 区级管理员: keeps register and facts of the district. */
    DISTRICT_OFFICER(
            List.of("Inspector", "Register", "System", "Manager"),
            Act.SEE_WORK,
            Act.PRINT_PAPERS,
            Act.IMPORT_FACTS,
            Act.IMPORT_REGISTER,
            Act.WITHDRAW,
            Act.ERASE),
    /** 站点负责人: speaks for a site. */
    CENTRE_MANAGER(List.of("Manager"), Act.SEE_WORK, Act.IMPORT_FACTS),
    /** 标准制定部门: writes the standard and sees what comes of it. */
    STANDARDS_OFFICE(List.of(), Act.SEE_WORK, Act.PRINT_PAPERS),
    /** 发布员: decides what becomes public. */
    PUBLISHER(List.of(), Act.SEE_WORK, Act.PRINT_PAPERS, Act.PUBLISH),
    /** 系统管理员: looks after accounts and the installation, and has no say in facts. */
    ADMINISTRATOR(List.of(), Act.MAINTAIN, Act.ADMINISTER, Act.READ_AUDIT),
    /** 审计员: reads all, changes nothing. */
    AUDITOR(List.of(), Act.SEE_WORK, Act.READ_AUDIT);

    private final List<String> sources;
    private final Set<Act> acts;

    Role(List<String> sources, Act first, Act... others) {
        this.sources = sources;
        this.acts = EnumSet.of(first, others);
    }

    /** Its name in tables, files and commands: {@code district-officer}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What it may do where it is held. */
    public boolean may(Act act) {
        return acts.contains(act);
    }

    /** Sources that facts may be stated as; local names such as Inspector. */
    public List<String> sources() {
        return sources;
    }

    /** The role with a code; empty when there is none. */
    public static Optional<Role> of(String code) {
        return Arrays.stream(values()).filter(role -> role.code().equals(code)).findFirst();
    }
}
