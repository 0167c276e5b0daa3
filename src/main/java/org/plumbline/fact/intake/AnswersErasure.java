package org.plumbline.fact.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.plumbline.fact.erasure.Erased;
import org.plumbline.ledger.Apart;

/** Answers repeat what stood in a cell, so an erased text goes out of them too. */
@ApplicationScoped
class AnswersErasure {
    private final AnswerTable answers;

    AnswersErasure(AnswerTable answers) {
        this.answers = answers;
    }

    void erase(@Observes Erased erased) {
        erased.values().stream()
                .filter(value -> value.digest() != null && !value.text().isEmpty())
                .forEach(value -> answers.erase(String.valueOf(value.digest()), value.text(), Apart.ERASED));
    }
}
