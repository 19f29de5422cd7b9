/**
 * Regressions on columns of numbers: formula, least squares, panels, Tobit, ridge; kernels know no
 * Spark.
 */
package org.renxing.regression;
