/** What an economy is made of: shares of sectors, and how output and employment go together. */
package org.renxing.structure;
