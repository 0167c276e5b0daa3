package org.plumbline.publication.graph;

import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.plumbline.place.Pinyin;
import org.plumbline.web.Text;

/** Words as literals with their language. */
public final class BothLanguages {
    private BothLanguages() {}

    /** States a text in Chinese and, where there is an English one, in English: on pages the Chinese stands in for it, as data it is not. Pinyin
     * is Chinese, and tagged so.
     */
    public static void add(Graph graph, Node about, Node property, Text text) {
        graph.add(about, property, NodeFactory.createLiteralLang(text.zh(), "zh"));
        Optional<String> pinyin = Pinyin.automatic(text.en());
        if (pinyin.isPresent()) {
            graph.add(about, property, NodeFactory.createLiteralLang(pinyin.get(), Pinyin.TAG));
        } else if (!text.en().equals(text.zh())) {
            graph.add(about, property, NodeFactory.createLiteralLang(text.en(), "en"));
        }
    }
}
