/**
 * Gold: one class a table, in a package a topic: its shape, what it needs, and how its rows are
 * made for a scenario. {@link org.renxing.jobs.gold.GoldTables} lists them.
 */
package org.renxing.jobs.gold;
