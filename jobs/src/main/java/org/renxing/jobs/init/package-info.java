/** Configuration for a panel of one's own, drafted from its file. */
package org.renxing.jobs.init;
