package org.plumbline.rdf;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** W3C PROV-O: who did what when, and from what. */
public final class PROV {
    /** The namespace, prefix <code>prov:</code>. */
    public static final String NS = "http://www.w3.org/ns/prov#";

    public static final Node ENTITY = term("Entity");
    public static final Node COLLECTION = term("Collection");
    public static final Node HAD_MEMBER = term("hadMember");
    public static final Node ACTIVITY = term("Activity");
    public static final Node AGENT = term("Agent");
    public static final Node WAS_GENERATED_BY = term("wasGeneratedBy");
    public static final Node WAS_ATTRIBUTED_TO = term("wasAttributedTo");
    public static final Node WAS_ASSOCIATED_WITH = term("wasAssociatedWith");
    public static final Node WAS_DERIVED_FROM = term("wasDerivedFrom");
    public static final Node WAS_REVISION_OF = term("wasRevisionOf");
    public static final Node USED = term("used");
    public static final Node GENERATED_AT_TIME = term("generatedAtTime");
    public static final Node STARTED_AT_TIME = term("startedAtTime");
    public static final Node ENDED_AT_TIME = term("endedAtTime");
    public static final Node HAD_PRIMARY_SOURCE = term("hadPrimarySource");
    public static final Node SPECIALIZATION_OF = term("specializationOf");

    private PROV() {}

    /** The term of this vocabulary with a local name. */
    public static Node term(String name) {
        return NodeFactory.createURI(NS + name);
    }
}
