/** What is kept of a lake, and what is let go. */
package org.renxing.jobs.upkeep;
