/** Arithmetic of doubles that methods share: exact sums, rounding, order of texts. */
package org.renxing.numerics;
