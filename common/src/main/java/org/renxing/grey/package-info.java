/** Grey models of short series; no Spark. */
package org.renxing.grey;
