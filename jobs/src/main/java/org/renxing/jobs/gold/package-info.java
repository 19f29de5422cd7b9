/** Gold: one class a table; its shape, what it reads, and how its rows are made for a scenario. */
package org.renxing.jobs.gold;
