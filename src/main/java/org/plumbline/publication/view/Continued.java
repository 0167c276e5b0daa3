package org.plumbline.publication.view;

import java.time.LocalDate;
import org.plumbline.web.Text;

/**
 * A place that ended and is continued by the one whose page this is, at once or over others.
 *
 * @param code its code in the register
 * @param name what it was called when it was published last; empty in both languages when it never was
 * @param since first day on which another stands in its place
 * @param why the reason as the register gives it; empty when it gives none
 */
public record Continued(String code, Text name, LocalDate since, String why) {}
