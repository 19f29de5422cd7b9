/**
 * Checks of whole panels of figures as functions over arrays, without Spark
 * (docs/methods/quality.md).
 */
package org.renxing.quality.panel;
