/** What an index is made of: correlations, reliability and influence of its indicators. */
package org.renxing.diagnosis;
