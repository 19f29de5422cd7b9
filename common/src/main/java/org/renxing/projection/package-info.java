/** Emissions under scenarios of growth, drawn at random; no Spark. */
package org.renxing.projection;
