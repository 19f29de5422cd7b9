/** Emissions, and what they are set against. */
package org.renxing.jobs.gold.carbon;
