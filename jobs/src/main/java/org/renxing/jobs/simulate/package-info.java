/** Made-up city yearbooks in the layout of real ones, for samples, tests and runs at scale. */
package org.renxing.jobs.simulate;
