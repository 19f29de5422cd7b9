/** What sources print, set beside what the run makes. */
package org.renxing.jobs.gold.reproduction;
