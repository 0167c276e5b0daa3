package org.plumbline.account.page;

import jakarta.enterprise.context.ApplicationScoped;
import org.plumbline.account.Act;
import org.plumbline.account.Person;

/** Colleagues have accounts, not only the first administrator. */
@ApplicationScoped
class ColleaguesStep implements FirstStep {

    @Override
    public int number() {
        return 1;
    }

    @Override
    public String key() {
        return "people";
    }

    @Override
    public String path() {
        return "/work/people";
    }

    @Override
    public Act act() {
        return Act.ADMINISTER;
    }

    @Override
    public boolean done() {
        return Person.count("active", true) > 1;
    }
}
