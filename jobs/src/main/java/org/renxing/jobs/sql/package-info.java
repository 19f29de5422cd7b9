/** Questions in SQL: answered by DuckDB in this JVM, or by Spark; their text, and a shell. */
package org.renxing.jobs.sql;
