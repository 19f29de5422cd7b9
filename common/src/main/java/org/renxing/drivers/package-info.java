/** What may drive a score: the geographical detector and regressions of a scenario. */
package org.renxing.drivers;
