package org.plumbline.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** Pages that every part of the portal may need: a problem, and a portal in which nothing is published yet. */
@CheckedTemplate(basePath = "ProblemPages")
public final class ProblemPages {
    private ProblemPages() {}

    /** A problem as a page. */
    public static native TemplateInstance problem(Page p, Problem problem);

    /** What stands where the district page will be. */
    public static native TemplateInstance empty(Page p);
}
