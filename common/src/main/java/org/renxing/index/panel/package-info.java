/** From tidy observations to the complete, imputed panel of one scenario. */
package org.renxing.index.panel;
