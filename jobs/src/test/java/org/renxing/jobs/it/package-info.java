/** Integration tests: the real launcher, as processes, on small homes of their own. */
package org.renxing.jobs.it;
