/**
 * Data envelopment analysis of system scores, here or on Spark; the engine is in org.renxing.dea.
 * Knows no Spark.
 */
package org.renxing.efficiency;
