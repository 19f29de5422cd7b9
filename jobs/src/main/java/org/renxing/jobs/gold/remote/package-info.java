/** Vacancy and land, from fine-grained observations. */
package org.renxing.jobs.gold.remote;
