/** Panels as packed arrays, for methods in plain Java. */
package org.renxing.panel;
