/** How scores converge, move and spread. */
package org.renxing.jobs.gold.dynamics;
