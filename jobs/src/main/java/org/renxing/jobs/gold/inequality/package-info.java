/** Inequality of scores between units and groups. */
package org.renxing.jobs.gold.inequality;
