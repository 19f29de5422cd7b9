/** What the texts of cells mean: blanks, numbers, years. Plain Java, used by every reader. */
package org.renxing.cell;
