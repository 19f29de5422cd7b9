/**
 * The geographical detector: how far strata explain a variable (Wang et al. 2010); kernels know no
 * Spark.
 */
package org.renxing.detector;
