/**
 * Summaries of records of units: by group, and ranks among others. Start with {@link
 * org.renxing.summary.Groupings}.
 */
package org.renxing.summary;
