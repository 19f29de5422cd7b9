/** Files that commands write for their users: whole or not at all, and never over what is read. */
package org.renxing.jobs.output;
