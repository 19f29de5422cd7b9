/** Compares releases table by table, row by row and cell by cell. */
package org.renxing.jobs.diff;
