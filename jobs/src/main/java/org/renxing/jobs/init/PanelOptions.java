package org.renxing.jobs.init;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a user says of a panel; what is not said is guessed, and what was guessed is told.
 *
 * @param name of the environment, and of all that is drafted for it
 * @param file with the figures
 * @param sheet the one sheet of a workbook
 * @param id column with the code of the unit
 * @param unitName column with its name
 * @param year column with the year
 * @param atYear the year of all rows, where there is no such column
 * @param years of the scenario, as {@code 2010..2020 by 5}
 * @param groups columns by which units are grouped
 * @param systems {@code economy=gdp,income;society=…}, or {@code prefix}
 * @param indicators a table of the indicators
 * @param negative columns of which less is better
 * @param positive columns of which more is better
 * @param weights methods of weighting; none for the usual one
 * @param normalise method of normalisation
 * @param scale the upper end of normalised values and scores
 * @param level what a unit is, such as country
 */
public record PanelOptions(
    String name,
    Path file,
    Optional<String> sheet,
    Optional<String> id,
    Optional<String> unitName,
    Optional<String> year,
    Optional<Integer> atYear,
    Optional<String> years,
    List<String> groups,
    Optional<String> systems,
    Optional<Path> indicators,
    List<String> negative,
    List<String> positive,
    List<String> weights,
    String normalise,
    double scale,
    String level) {
  public PanelOptions {
    groups = List.copyOf(groups);
    negative = List.copyOf(negative);
    positive = List.copyOf(positive);
    weights = List.copyOf(weights);
  }
}
