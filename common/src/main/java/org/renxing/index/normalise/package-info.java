/** Makes indicators comparable (methods: normalisation). */
package org.renxing.index.normalise;
