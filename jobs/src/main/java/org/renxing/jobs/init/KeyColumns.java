package org.renxing.jobs.init;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.renxing.jobs.profile.GivenColumns;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;

/**
 * The columns that say of which unit and year a row is.
 *
 * @param id column with the code of the unit
 * @param name column with its name; the same where there is no other
 * @param year column with the year; empty where all rows are of one
 * @param atYear the year of all rows, where no column has it
 */
record KeyColumns(String id, String name, Optional<String> year, Optional<Integer> atYear) {
  private static final List<String> CODES =
      words(
          "code ucode unitcode unitid id geoid geo fips iso3 iso iso2 isocode countrycode"
              + " regioncode citycode countycode nuts ags insee ibge 代码 行政区划代码");

  /** What units are, the smaller ones first. */
  private static final List<String> PLACES =
      words(
          "unit municipality municipio commune gemeinde city town county kreis district country"
              + " countryname land pays pais name uname region province state 县 城市 地区 国家 省份");

  private static final List<String> NAMES =
      words("name uname unitname countryname regionname cityname countyname nom nombre nome 名称");

  private static final List<String> YEARS =
      words("year time date period jahr ano annee anno jaar rok 年份 年 年度");

  private static final Pattern IN_NAME = Pattern.compile("(?<!\\d)(?:19|20)\\d{2}(?!\\d)");

  private static List<String> words(String text) {
    return List.of(text.split(" ", -1));
  }

  /** What the user says, and else what the labels of the file say. */
  static KeyColumns of(PanelOptions options, List<String> labels) {
    String id =
        options
            .id()
            .map(label -> GivenColumns.require("--id", label, labels))
            .or(() -> first(CODES, labels))
            .or(() -> first(PLACES, labels))
            .orElseThrow(() -> unknown("which column says the unit; name it by --id", labels));
    String name =
        options
            .unitName()
            .map(label -> GivenColumns.require("--name", label, labels))
            .or(() -> first(NAMES, labels))
            .or(() -> CODES.contains(plain(id)) ? first(PLACES, labels) : Optional.empty())
            .orElse(id);
    Optional<String> year =
        options.atYear().isPresent()
            ? Optional.empty()
            : options
                .year()
                .map(label -> GivenColumns.require("--year", label, labels))
                .or(() -> first(YEARS, labels));
    Optional<Integer> atYear =
        year.isPresent() ? Optional.empty() : options.atYear().or(() -> inName(options));
    if (year.isEmpty() && atYear.isEmpty()) {
      throw unknown(
          "which column says the year; name it by --year, or say of which year all rows are by"
              + " --at-year 2024",
          labels);
    }
    return new KeyColumns(id, name, year, atYear);
  }

  /** The year that the name of the file gives; the last one where it gives several. */
  private static Optional<Integer> inName(PanelOptions options) {
    return IN_NAME
        .matcher(String.valueOf(options.file().getFileName()))
        .results()
        .map(found -> Integer.parseInt(found.group()))
        .reduce((a, b) -> b);
  }

  private static Optional<String> first(List<String> known, List<String> labels) {
    return known.stream()
        .flatMap(key -> labels.stream().filter(label -> plain(label).equals(key)))
        .findFirst();
  }

  /** A label in small letters, without accents, blanks and signs. */
  static String plain(String label) {
    return Normalizer.normalize(label, Normalizer.Form.NFD)
        .replaceAll("\\p{M}", "")
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N}]", "");
  }

  private static RenxingException unknown(String what, List<String> labels) {
    return new RenxingException(
        ErrorCode.USAGE,
        "it cannot be told " + what + "; the columns are " + String.join(", ", labels));
  }
}
