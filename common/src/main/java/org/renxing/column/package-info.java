/** Column expressions that several families share. */
package org.renxing.column;
