/** Resource cities: dependence, exhaustion, work and support. */
package org.renxing.jobs.gold.resource;
