/** How well the index is made. */
package org.renxing.jobs.gold.diagnosis;
