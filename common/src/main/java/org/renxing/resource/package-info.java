/** Resource-based cities: dependence, new factors, exhaustion, employment, support. */
package org.renxing.resource;
