/** Coupling coordination between systems (methods: coupling coordination). */
package org.renxing.index.couple;
