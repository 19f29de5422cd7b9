/** Normalisation: makes indicators comparable (methods: normalisation). Knows no Spark. */
package org.renxing.normalisation;
