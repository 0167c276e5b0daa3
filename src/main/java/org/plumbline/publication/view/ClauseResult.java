package org.plumbline.publication.view;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plumbline.rulebook.Obligation;
import org.plumbline.rulebook.Outcome;
import org.plumbline.rulebook.Severity;
import org.plumbline.web.Text;

/**
 * How one site did on one clause.
 *
 * @param number clause number
 * @param path language-free address of the clause's page
 * @param plain plain sentence
 * @param text wording of the standard
 * @param obligation 应 宜 可, as the case that applied has it
 * @param veto whether failing it decides the band
 * @param severity how grave a failure is
 * @param due ISO period in which a failure is to be put right
 * @param outcome the outcome
 * @param points points possible
 * @param earned points earned
 * @param reason sentence why, for all but plain passed and failed; null = the check decided
 * @param gaps what is missing, a sentence each; empty unless failed
 * @param facts facts used
 * @param basis what the clause rests on
 */
public record ClauseResult(
        String number,
        String path,
        Text plain,
        Text text,
        Obligation obligation,
        boolean veto,
        Severity severity,
        String due,
        Outcome outcome,
        BigDecimal points,
        BigDecimal earned,
        @Nullable Text reason,
        List<Text> gaps,
        List<FactUsed> facts,
        List<Basis> basis) {}
