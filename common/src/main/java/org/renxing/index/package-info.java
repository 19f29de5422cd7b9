/**
 * From observations to indices, on DataFrames: expressions, panel, normalisation, weights, scores,
 * coupling. Everything here is lazy: no method starts a Spark job.
 */
package org.renxing.index;
