/** The way of a published figure: from the text in a source file to the score that it enters. */
package org.renxing.jobs.trace;
