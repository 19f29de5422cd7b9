/**
 * Panels and statistics of a scenario from tidy frames, by the kernels of {@code
 * org.renxing.panel}.
 */
package org.renxing.index.panel;
