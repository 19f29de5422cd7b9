/** Scores of one name over units and years, as analyses take them. */
package org.renxing.measure;
