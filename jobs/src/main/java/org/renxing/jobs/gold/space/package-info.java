/** Whether neighbours are alike. */
package org.renxing.jobs.gold.space;
