/** What can be told of a file that no one has described, without Spark. */
package org.renxing.jobs.profile;
