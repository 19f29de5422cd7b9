/** From evidence to a path, and what levers may yield. */
package org.renxing.path;
