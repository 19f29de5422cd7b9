/** Obstacle degrees: which indicators keep a unit from its ideal (methods: obstacle degree). */
package org.renxing.index.obstacle;
