package org.plumbline.publication.view;

import java.util.List;
import org.plumbline.rulebook.Obligation;
import org.plumbline.web.Text;

/**
 * A clause in a list with how a place does on it.
 *
 * @param number clause number
 * @param path language-free address of its page
 * @param plain plain sentence
 * @param obligation 应 宜 可
 * @param veto whether failing it decides the band
 * @param basis what the clause rests on
 * @param tally sites of the place by outcome
 */
public record ClauseRow(
        String number, String path, Text plain, Obligation obligation, boolean veto, List<Basis> basis, Tally tally) {}
