/** The panel of a scenario and the statistics of its units: what all other tables rest on. */
package org.renxing.jobs.gold.panel;
