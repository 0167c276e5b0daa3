package org.plumbline.publication.page;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.plumbline.publication.view.GlossaryView;
import org.plumbline.standard.Edition;
import org.plumbline.standard.Glossary;

/** The terms and definitions of an edition: the words of the glossary that its clauses and classes of sites use. */
@ApplicationScoped
class StandardTerms {
    /** A name and its short form: 居民委员会（居委会）. */
    private static final Pattern BRACKETS = Pattern.compile("[（）]");

    private final Glossary glossary;

    StandardTerms(Glossary glossary) {
        this.glossary = glossary;
    }

    /** The terms, in the order of the glossary. */
    List<GlossaryView.Term> of(Edition edition) {
        String text = Stream.concat(
                        edition.rulebook().clauses().stream()
                                .map(clause -> clause.text().zh()),
                        edition.rulebook().classes().stream()
                                .map(one -> one.label().zh()))
                .collect(Collectors.joining("\n"));
        return glossary.groups().stream()
                .flatMap(group -> group.terms().stream())
                .filter(term -> BRACKETS.splitAsStream(term.name().zh())
                        .filter(Predicate.not(String::isEmpty))
                        .anyMatch(text::contains))
                .map(GlossaryPages::term)
                .toList();
    }
}
