package org.renxing.jobs.trace;

import java.util.Optional;

/**
 * Which figures to trace.
 *
 * @param unit code or name
 * @param indicator one indicator; empty for all
 * @param release id or number; empty for the newest
 */
public record TraceQuery(
    String scenario, String unit, int year, Optional<String> indicator, Optional<String> release) {}
