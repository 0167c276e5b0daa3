package org.plumbline.publication.view;

import java.math.BigDecimal;
import java.util.List;
import org.plumbline.rulebook.Obligation;
import org.plumbline.web.Text;

/**
 * A clause within the readable standard.
 *
 * @param number clause number
 * @param path language-free address of its page
 * @param text wording of the standard
 * @param plain plain sentence
 * @param obligation 应 宜 可
 * @param points points it carries
 * @param veto whether failing it decides the band
 * @param check automatic, judged or not codified
 * @param kinds classes it applies to
 * @param everywhere whether these are all classes of the edition
 * @param basis what it rests on
 * @param tally sites of the district by outcome
 */
public record StandardClause(
        String number,
        String path,
        Text text,
        Text plain,
        Obligation obligation,
        BigDecimal points,
        boolean veto,
        Check check,
        List<Kind> kinds,
        boolean everywhere,
        List<Basis> basis,
        Tally tally) {}
