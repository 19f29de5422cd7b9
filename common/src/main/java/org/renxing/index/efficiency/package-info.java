/** Data envelopment analysis of system scores, on DataFrames: the engine is in org.renxing.dea. */
package org.renxing.index.efficiency;
