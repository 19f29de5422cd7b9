/** Training by MLlib; what is trained is asked by kernels in this JVM. */
package org.renxing.jobs.learning;
