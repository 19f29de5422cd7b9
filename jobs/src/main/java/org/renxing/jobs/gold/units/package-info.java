/** Units and their territory, as gold tables see them. */
package org.renxing.jobs.gold.units;
