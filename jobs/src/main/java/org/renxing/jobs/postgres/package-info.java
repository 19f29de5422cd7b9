/**
 * Releases in PostgreSQL, for clients of JDBC, ODBC, R and Python. Start at {@link
 * org.renxing.jobs.postgres.PostgresPublisher}.
 */
package org.renxing.jobs.postgres;
