/**
 * Collections of records that are held in this JVM or distributed by Spark, behind one interface.
 * Start with {@link org.renxing.records.Records}.
 */
package org.renxing.records;
