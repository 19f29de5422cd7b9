/**
 * What looks wrong in figures taken from sources, on DataFrames (docs/methods/quality.md). Lazy: no
 * method starts a Spark job. Nothing here changes a figure.
 */
package org.renxing.quality;
