/** Index decomposition: what factors do to the change of a total; no Spark. */
package org.renxing.decomposition;
