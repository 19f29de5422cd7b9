/**
 * What looks wrong in figures taken from sources (docs/methods/quality.md), in plain Java; {@link
 * org.renxing.quality.Suspects} alone knows Spark. Nothing here changes a figure.
 */
package org.renxing.quality;
