/** Publishing: the last audit, and the one commit that makes a release. */
package org.renxing.jobs.publish;
