/** What keeps units from their ideal, and what they are good at. */
package org.renxing.jobs.gold.obstacles;
