/** Silver tables of things seen one by one: each row judged, and placed in a unit and a zone. */
package org.renxing.jobs.silver.remote;
