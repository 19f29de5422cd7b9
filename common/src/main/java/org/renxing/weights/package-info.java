/** Weights of indicators (methods: weights). Knows no Spark. */
package org.renxing.weights;
