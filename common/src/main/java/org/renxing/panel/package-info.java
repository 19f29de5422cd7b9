/**
 * From the base values of each unit to the complete, imputed panel of one scenario, in plain Java
 * over packed arrays.
 */
package org.renxing.panel;
