/** Obstacle degrees: which indicators keep a unit from its ideal. Knows no Spark. */
package org.renxing.obstacles;
