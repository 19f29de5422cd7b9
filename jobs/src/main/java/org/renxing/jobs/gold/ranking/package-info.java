/** Rankings by several criteria beside the scores, and how far they agree. */
package org.renxing.jobs.gold.ranking;
