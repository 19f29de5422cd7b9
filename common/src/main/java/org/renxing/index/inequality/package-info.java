/** Inequality of any measure by year and grouping, on frames. */
package org.renxing.index.inequality;
