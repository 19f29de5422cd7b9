/** Types of units over years: found by clustering, or told apart by rules. */
package org.renxing.typology;
