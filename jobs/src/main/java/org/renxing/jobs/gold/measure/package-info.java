/** Scores of any kind under one name, for analyses that take any. */
package org.renxing.jobs.gold.measure;
