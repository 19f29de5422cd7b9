/** Names as people write them: of units, of measures, in heads of tables. Plain Java. */
package org.renxing.name;
