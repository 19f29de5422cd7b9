/** Whether neighbours are alike: Moran's I, global and local; kernels know no Spark. */
package org.renxing.space;
