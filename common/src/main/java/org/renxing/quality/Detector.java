package org.renxing.quality;

import java.io.Serializable;
import java.util.SortedMap;
import java.util.function.Consumer;

/** One family of checks, in two stages: of an indicator, and of the indicators of a unit's year. */
interface Detector extends Serializable {
  /** Adds what is found of the cells of an indicator, and names those the second stage needs. */
  void acrossUnits(Expectation seen, IndicatorTraces out);

  /**
   * Tells what is found of the candidates of a unit and year.
   *
   * @param row by code; candidates of any detector are among them
   */
  default void acrossIndicators(SortedMap<String, Candidate> row, Consumer<Finding> out) {}
}
