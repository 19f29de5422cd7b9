/** Units that shrink, by the rules in conf/rules. */
package org.renxing.jobs.gold.shrinkage;
