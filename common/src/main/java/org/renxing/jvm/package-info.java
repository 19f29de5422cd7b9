/** What every JVM of the product has in common: charset, file names, locale, time zone. */
package org.renxing.jvm;
