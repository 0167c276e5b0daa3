package org.plumbline.fact.intake;

import jakarta.enterprise.context.ApplicationScoped;
import org.plumbline.account.Act;
import org.plumbline.account.page.FirstStep;
import org.plumbline.place.Site;

/** The register has sites. */
@ApplicationScoped
class RegisterStep implements FirstStep {

    @Override
    public int number() {
        return 2;
    }

    @Override
    public String key() {
        return "register";
    }

    @Override
    public String path() {
        return "/work/imports";
    }

    @Override
    public Act act() {
        return Act.IMPORT_REGISTER;
    }

    @Override
    public boolean done() {
        return !Site.findAll().page(0, 1).list().isEmpty();
    }
}
