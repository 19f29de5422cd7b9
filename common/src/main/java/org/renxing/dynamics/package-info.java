/** How scores move: convergence, classes, densities, ranks and turns; kernels know no Spark. */
package org.renxing.dynamics;
