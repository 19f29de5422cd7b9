/** Types of units: partitions, hierarchies and mixtures, and how good they are; no Spark. */
package org.renxing.cluster;
