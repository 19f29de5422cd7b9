/** Spatial lag, error and Durbin regressions by maximum likelihood; kernels know no Spark. */
package org.renxing.spatialregression;
