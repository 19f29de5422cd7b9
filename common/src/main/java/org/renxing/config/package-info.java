/** Loads, layers, checks and redacts the configuration; reports every problem at once. */
package org.renxing.config;
