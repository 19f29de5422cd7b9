/** Emissions of CO2: inventories, groups, and their course against a driver. */
package org.renxing.carbon;
