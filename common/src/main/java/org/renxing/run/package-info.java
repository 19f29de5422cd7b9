/** Steps, their plan, and the log of runs. */
package org.renxing.run;
