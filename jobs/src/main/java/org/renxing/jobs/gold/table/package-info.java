/** What every gold table is, and how it is made. */
package org.renxing.jobs.gold.table;
