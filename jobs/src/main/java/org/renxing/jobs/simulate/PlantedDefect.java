package org.renxing.jobs.simulate;

/**
 * A deliberate error in a simulated file.
 *
 * @param file path below the output folder, with slashes
 * @param line line of the file, from 1; line 1 is the header
 * @param column name of the column, or empty where the whole row is meant
 * @param kind what is wrong
 * @param expected what an ingest must do with it
 */
public record PlantedDefect(
    String source, String file, int line, String column, String kind, String expected) {}
