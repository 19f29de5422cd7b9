/**
 * Panels as packed arrays, for methods in plain Java, and how they come about: from the base values
 * of each unit to the complete, imputed panel of one scenario.
 */
package org.renxing.panel;
