/** Tables that are taken out of the way, to be made again. */
package org.renxing.jobs.repair;
