/** Silver: units, tidy observations, and what was set aside. */
package org.renxing.jobs.silver;
