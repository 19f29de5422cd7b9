/** Land, disorder and subsidence observed from afar, by unit, zone and year. */
package org.renxing.land;
