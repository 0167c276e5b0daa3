package org.plumbline.publication.desk;

import jakarta.enterprise.context.ApplicationScoped;
import org.plumbline.account.Act;
import org.plumbline.account.page.FirstStep;
import org.plumbline.publication.snapshot.Publications;

/** A round is public. */
@ApplicationScoped
class PublishStep implements FirstStep {
    private final Publications publications;

    PublishStep(Publications publications) {
        this.publications = publications;
    }

    @Override
    public int number() {
        return 4;
    }

    @Override
    public String key() {
        return "publish";
    }

    @Override
    public String path() {
        return "/work/publications";
    }

    @Override
    public Act act() {
        return Act.PUBLISH;
    }

    @Override
    public boolean done() {
        return publications.latest().isPresent();
    }
}
