/** Expressions over base indicators, and decisions by them. */
package org.renxing.index;
