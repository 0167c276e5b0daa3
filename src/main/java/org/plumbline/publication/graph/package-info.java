/** What is public as graphs, each made in one place: the dataset, the dumps and the answer to a name hold the same triples. */
@NullMarked
package org.plumbline.publication.graph;

import org.jspecify.annotations.NullMarked;
