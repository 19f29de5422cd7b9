/**
 * What every JVM of the product has in common: charset, file names, locale, time zone, and how it
 * ends.
 */
package org.renxing.jvm;
