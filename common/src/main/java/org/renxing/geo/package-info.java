/** Places on the Earth: geometry as received, the equal-area plane, joins with units, rasters. */
package org.renxing.geo;
