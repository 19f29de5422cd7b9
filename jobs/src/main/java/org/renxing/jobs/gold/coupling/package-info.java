/** How systems of the index go together. */
package org.renxing.jobs.gold.coupling;
