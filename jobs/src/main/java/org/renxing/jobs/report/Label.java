package org.renxing.jobs.report;

/** A text of the report in both of its languages. */
public record Label(String en, String zh) {}
