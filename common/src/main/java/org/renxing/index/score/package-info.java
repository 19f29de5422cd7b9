/** Scores of every node of the hierarchy, and their summaries (methods: scores). */
package org.renxing.index.score;
