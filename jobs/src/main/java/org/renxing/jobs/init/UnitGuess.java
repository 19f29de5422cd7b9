package org.renxing.jobs.init;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.renxing.jobs.profile.FileProfile;
import org.renxing.jobs.profile.MetadataCatalog;
import org.renxing.model.UnitOfMeasure;
import org.renxing.name.HeaderText;

/**
 * A unit of measure, and how it is known.
 *
 * @param unit a unit that the configuration knows, or one of the panel's own
 * @param isOwn whether it is one of the panel's own
 * @param reason how it is known; empty where it was not found
 */
record UnitGuess(String unit, boolean isOwn, String reason) {
  /** The unit of figures whose unit nothing tells. */
  static final String UNSTATED = "unstated";

  private static final Pattern PERCENT =
      Pattern.compile(
          "(?i).*(?:\\bpct|_pct|percent|per cent|prozent|porcentaje|pourcentage|%|百分比).*");

  /**
   * The unit of a column: stated in a table of indicators, in the head of the file, or told by its
   * name.
   *
   * @param stated by a table of indicators; blank for none
   */
  static UnitGuess of(FileProfile.Figure figure, String stated, MetadataCatalog known) {
    if (!stated.isBlank()) {
      return named(stated.strip(), "given", known);
    }
    Optional<String> bracketed =
        HeaderText.of(figure.label()).bracketed().filter(t -> t.matches(".*[\\p{L}%‰].*"));
    if (!figure.unit().isEmpty()) {
      return new UnitGuess(figure.unit(), false, "said by the file");
    } else if (bracketed.isPresent()) {
      return named(bracketed.get(), "said by the file", known);
    }
    String label = figure.label().toLowerCase(Locale.ROOT);
    if (PERCENT.matcher(label).matches()) {
      return named("%", "guessed by the name", known);
    } else if (label.matches("population|pop|persons|people|inhabitants|人口")) {
      return named("person", "guessed by the name", known);
    } else if (label.matches(".*(?:_|\\b)(?:usd|eur|gbp|cny|jpy|brl|inr)")) {
      String money = label.substring(label.length() - 3).toUpperCase(Locale.ROOT);
      return named(money, "guessed by the name", known);
    } else if (label.matches(".*(?:_|\\b)(?:km2|ha|t|kg|kwh|sqmi)")) {
      String unit = label.replaceAll(".*(?:_|\\b)(?=\\w)", "");
      return named(unit, "guessed by the name", known);
    }
    return new UnitGuess(UNSTATED, true, "");
  }

  private static UnitGuess named(String text, String reason, MetadataCatalog known) {
    Optional<UnitOfMeasure> unit = known.measures().find(text);
    return new UnitGuess(unit.map(UnitOfMeasure::name).orElse(text), unit.isEmpty(), reason);
  }
}
