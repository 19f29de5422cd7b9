/** Scores of the nodes of an index (methods: scores). Knows no Spark. */
package org.renxing.scores;
