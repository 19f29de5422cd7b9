/** Coupling coordination of systems (methods: coupling coordination). Knows no Spark. */
package org.renxing.coupling;
