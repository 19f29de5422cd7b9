/** The lake: the only code that touches Delta. */
package org.renxing.lake;
