/** Weights and scores of the index. */
package org.renxing.jobs.gold.index;
