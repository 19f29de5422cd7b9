/** What is said of the figures of sources, before any scenario. */
package org.renxing.jobs.gold.quality;
