/** Efficiency by data envelopment analysis. */
package org.renxing.jobs.gold.efficiency;
