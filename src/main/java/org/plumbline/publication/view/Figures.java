package org.plumbline.publication.view;

import java.util.List;

/** Headline figures by name. */
final class Figures {
    private Figures() {}

    /**
     * The figure of an id.
     *
     * @throws IllegalArgumentException if the page was filled without it
     */
    static Figure of(List<Figure> figures, String id) {
        return figures.stream()
                .filter(figure -> figure.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("The page was filled without the figure '" + id + "'"));
    }
}
