/** What trained models say: fit out of fold, importances, response curves; no Spark. */
package org.renxing.learning;
