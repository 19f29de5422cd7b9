/** Renxing: tables of urban resilience. */
package org.renxing.jobs;
