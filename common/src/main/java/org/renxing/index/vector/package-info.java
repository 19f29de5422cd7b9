/** Unit-years as vectors of their normalised indicators, for methods that look at all at once. */
package org.renxing.index.vector;
