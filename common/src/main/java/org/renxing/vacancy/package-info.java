/** How many units are vacant: signals weighed by reliability, calibrated by audits. */
package org.renxing.vacancy;
