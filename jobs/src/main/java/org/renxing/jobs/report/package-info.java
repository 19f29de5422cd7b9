/** A release as pages that a browser opens from the disk: their declarations, data and files. */
package org.renxing.jobs.report;
