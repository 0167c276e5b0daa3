package org.plumbline.cli.demo;

import java.util.List;
import org.plumbline.account.Demonstration.Account;
import org.plumbline.account.Grant;
import org.plumbline.account.Role;

/** An account for each role of the demonstration, some of them of one street or one site only. */
public final class DemoAccounts {
    private static final String STREET = "310112001";
    private static final String SITE = "310112001001-RS01";

    private DemoAccounts() {}

    /** All of them. */
    public static List<Account> all() {
        return List.of(
                account("inspector", "演示检查员", Role.INSPECTOR, STREET),
                account("reviewer", "演示街镇审核员", Role.STREET_REVIEWER, STREET),
                account("officer", "演示区级管理员", Role.DISTRICT_OFFICER, Grant.EVERYWHERE),
                account("manager", "演示站点负责人", Role.CENTRE_MANAGER, SITE),
                account("standards", "演示标准制定部门", Role.STANDARDS_OFFICE, Grant.EVERYWHERE),
                account("publisher", "演示发布员", Role.PUBLISHER, Grant.EVERYWHERE),
                account("administrator", "演示系统管理员", Role.ADMINISTRATOR, Grant.EVERYWHERE),
                account("auditor", "演示审计员", Role.AUDITOR, Grant.EVERYWHERE));
    }

    private static Account account(String login, String name, Role role, String area) {
        return new Account(login, name, new Grant(role, area));
    }
}
