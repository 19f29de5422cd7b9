/** What may drive a score. */
package org.renxing.jobs.gold.drivers;
