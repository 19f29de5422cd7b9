/** Rankings by several criteria at once: TOPSIS, grey relations, rank sums, VIKOR; no Spark. */
package org.renxing.multicriteria;
