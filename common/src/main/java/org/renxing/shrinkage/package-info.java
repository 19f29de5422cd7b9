/** Change of population and land between years: shrinkage, paradox, loss of parts, age, size. */
package org.renxing.shrinkage;
