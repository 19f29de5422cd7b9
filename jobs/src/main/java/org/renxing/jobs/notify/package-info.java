/**
 * Tells other programs of a run that has ended: figures for Prometheus, and a program of the
 * operator's. Start at {@link org.renxing.jobs.notify.Notification}.
 */
package org.renxing.jobs.notify;
