/** The territory of units: what of it moved, and over which moves figures can be compared. */
package org.renxing.territory;
