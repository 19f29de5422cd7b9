/** Inequality of values within and between groups: Dagum, Theil, Atkinson, in plain Java. */
package org.renxing.inequality;
