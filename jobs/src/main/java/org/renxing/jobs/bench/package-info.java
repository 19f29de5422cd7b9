/** Benchmarks: what the product takes, beside what nothing less could take. */
package org.renxing.jobs.bench;
