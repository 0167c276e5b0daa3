package org.plumbline.publication.view;

import org.plumbline.web.Text;

/**
 * A class of sites.
 *
 * @param code notation: RS, VS, AC, TC
 * @param label its name
 */
public record Kind(String code, Text label) {}
