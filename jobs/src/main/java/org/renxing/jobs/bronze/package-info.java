/** Bronze: one table a source, as received. */
package org.renxing.jobs.bronze;
