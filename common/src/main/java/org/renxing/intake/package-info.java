/** Files of sources as streams of rows, whatever their format, within stated limits. No Spark. */
package org.renxing.intake;
