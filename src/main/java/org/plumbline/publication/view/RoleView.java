package org.plumbline.publication.view;

import java.util.List;
import org.plumbline.web.Page;
import org.plumbline.web.Text;

/**
 * The page of a role, which stands in public where a person's name would. Address: {@code /role/{code}}.
 *
 * @param page the frame
 * @param code its code, such as district-officer
 * @param name what it is called
 * @param sources as which sources it may state facts; empty when it may state none, or is none of the portal's own
 * @param submissions how many published submissions are attributed to it
 */
public record RoleView(Page page, String code, Text name, List<Source> sources, long submissions) {}
