/** The command line: one class a command; no logic of their own. */
package org.renxing.jobs.cli;
