/** Ranks of values; values equal to 12 significant digits are ties. */
package org.renxing.ranking;
