/** Scores of one name over units and years, as analyses take them: plain Java, fed by frames. */
package org.renxing.measure;
