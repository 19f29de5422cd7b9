/** What commands share: a session over the lake, and text for people and machines. */
package org.renxing.jobs.console;
