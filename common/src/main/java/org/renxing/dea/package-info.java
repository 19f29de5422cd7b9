/** Data envelopment analysis: exact scores with certificates, in plain Java. */
package org.renxing.dea;
