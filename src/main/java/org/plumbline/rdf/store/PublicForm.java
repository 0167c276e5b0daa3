package org.plumbline.rdf.store;

import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.shared.PrefixMapping;
import org.apache.jena.sparql.core.BasicPattern;
import org.apache.jena.sparql.core.TriplePath;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.expr.E_NotEquals;
import org.apache.jena.sparql.expr.ExprTransformCopy;
import org.apache.jena.sparql.expr.ExprVar;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.syntax.Element;
import org.apache.jena.sparql.syntax.ElementBind;
import org.apache.jena.sparql.syntax.ElementData;
import org.apache.jena.sparql.syntax.ElementFilter;
import org.apache.jena.sparql.syntax.ElementGroup;
import org.apache.jena.sparql.syntax.ElementNamedGraph;
import org.apache.jena.sparql.syntax.ElementPathBlock;
import org.apache.jena.sparql.syntax.ElementSubQuery;
import org.apache.jena.sparql.syntax.ElementUnion;
import org.apache.jena.sparql.syntax.Template;
import org.apache.jena.sparql.syntax.syntaxtransform.ElementTransformCopyBase;
import org.apache.jena.sparql.syntax.syntaxtransform.QueryTransformOps;

/** Rewrites a query that the guard let through into the form that is run, the same for every store. */
final class PublicForm {
    private static final Var RESOURCE = Var.alloc("describedResource");
    private static final Var PREDICATE = Var.alloc("describedPredicate");
    private static final Var OBJECT = Var.alloc("describedObject");

    private PublicForm() {}

    /** The query with DESCRIBE written as CONSTRUCT, and with {@code GRAPH ?g} passing over the hidden graph. */
    static Query of(Query query, String hiddenGraph) {
        Query form = query.isDescribeType() ? describe(query) : query;
        return QueryTransformOps.transform(
                form, new PassOver(NodeFactory.createURI(hiddenGraph)), new ExprTransformCopy());
    }

    /**
     * Jena's own DESCRIBE reads every named graph for each resource, passes over no hidden graph and cannot be timed out.
     * Stores differ in what they describe; here it is the triples whose subject is the resource.
     */
    private static Query describe(Query query) {
        ElementUnion resources = new ElementUnion();
        if (!query.getResultURIs().isEmpty()) {
            ElementData values = new ElementData();
            values.add(RESOURCE);
            query.getResultURIs().forEach(iri -> values.add(BindingFactory.binding(RESOURCE, iri)));
            resources.addElement(group(values));
        }
        for (Var variable : query.getProjectVars()) {
            resources.addElement(group(
                    new ElementSubQuery(select(query, variable)), new ElementBind(RESOURCE, new ExprVar(variable))));
        }
        Triple triple = Triple.create(RESOURCE, PREDICATE, OBJECT);
        ElementPathBlock triples = new ElementPathBlock();
        triples.addTriplePath(new TriplePath(triple));

        Query construct = new Query();
        construct.setPrefixMapping(query.getPrefixMapping());
        construct.setBaseURI(query.getBaseURI());
        construct.setQueryConstructType();
        construct.setConstructTemplate(new Template(BasicPattern.wrap(List.of(triple))));
        construct.setQueryPattern(group(resources, triples));
        query.getGraphURIs().forEach(construct::addGraphURI);
        query.getNamedGraphURIs().forEach(construct::addNamedGraphURI);
        return construct;
    }

    private static Query select(Query describe, Var variable) {
        Query select = QueryTransformOps.shallowCopy(describe);
        // A sub-query has no prologue of its own, but would be written with one.
        select.setPrefixMapping(PrefixMapping.Factory.create());
        select.setQuerySelectType();
        select.getGraphURIs().clear();
        select.getNamedGraphURIs().clear();
        select.getProject().clear();
        select.setQueryResultStar(false);
        select.addResultVar(variable);
        return select;
    }

    private static ElementGroup group(Element... elements) {
        ElementGroup group = new ElementGroup();
        List.of(elements).forEach(group::addElement);
        return group;
    }

    private static final class PassOver extends ElementTransformCopyBase {
        private final Node hidden;

        PassOver(Node hidden) {
            this.hidden = hidden;
        }

        @Override
        public Element transform(ElementNamedGraph graph, Node name, Element inside) {
            Element copy = super.transform(graph, name, inside);
            return Var.isVar(name)
                    ? group(
                            copy,
                            new ElementFilter(
                                    new E_NotEquals(new ExprVar(Var.alloc(name)), NodeValue.makeNode(hidden))))
                    : copy;
        }
    }
}
