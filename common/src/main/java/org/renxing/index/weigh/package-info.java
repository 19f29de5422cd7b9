/** Gives indicators their weights (methods: weights). */
package org.renxing.index.weigh;
