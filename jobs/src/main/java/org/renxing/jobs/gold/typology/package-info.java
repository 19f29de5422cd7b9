/** Types of units, what they are like, how stable they are, and moves between them. */
package org.renxing.jobs.gold.typology;
