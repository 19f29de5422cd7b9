package org.renxing.jobs.cli.method;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.renxing.model.ErrorCode;
import org.renxing.model.Imputation;
import org.renxing.model.RenxingException;
import org.renxing.panel.PackedPanel;
import org.renxing.panel.RowImputation;
import picocli.CommandLine.Option;

/** What becomes of missing values. */
@InHelp(HelpGroup.MISSING)
final class ImputeOption {
  private static final String NONE = "none";
  private static final String LINEAR = word(Imputation.Interior.LINEAR);
  private static final String NEAREST = word(Imputation.Ends.NEAREST);
  private static final String EXTRAPOLATE = word(Imputation.Ends.LINEAR_EXTRAPOLATE);
  private static final String MEDIAN = word(Imputation.Fallback.GROUP_MEDIAN);

  @Option(
      names = "--impute",
      split = ",",
      hideParamSyntax = true,
      paramLabel = "METHOD,…",
      completionCandidates = Words.class,
      description =
          "What takes the place of missing values, as in the missing block of a scenario: none"
              + " (default); linear between known years of a unit; nearest or linear-extrapolate"
              + " before the first and after the last; group-median of the year for what is left.")
  private List<String> words = List.of();

  /**
   * Checks what needs no file.
   *
   * @throws RenxingException USAGE for words that are unknown or do not go together, and for a
   *     series without a year
   */
  void check(TableOptions table) {
    List<String> allowed = new ArrayList<>(Words.ALL);
    allowed.add(NONE);
    Set<String> seen = new HashSet<>();
    for (String text : words) {
      if (!allowed.contains(text)) {
        throw usage("unknown; one of " + String.join(", ", allowed));
      }
      if (!seen.add(text)) {
        throw usage("names " + text + " twice");
      }
    }
    if (seen.contains(NONE) && seen.size() > 1) {
      throw usage("none goes with no other");
    }
    if (seen.containsAll(List.of(NEAREST, EXTRAPOLATE))) {
      throw usage("both say what becomes of the ends; leave one out");
    }
    if (isGiven() && !table.hasYear() && !seen.equals(Set.of(MEDIAN))) {
      throw usage("needs --year, the column that holds the year");
    }
  }

  /** Whether anything is imputed. */
  boolean isGiven() {
    return !words.isEmpty() && !words.contains(NONE);
  }

  /** The panel with what is imputed in it, of which the gaps are told. */
  PackedPanel of(PackedPanel panel, Gaps gaps) {
    if (!isGiven()) {
      return panel;
    }
    RowImputation imputed = RowImputation.of(panel, rules());
    gaps.imputed(imputed.cells());
    return imputed.panel();
  }

  private Imputation rules() {
    return new Imputation(
        words.contains(LINEAR) ? Imputation.Interior.LINEAR : Imputation.Interior.NONE,
        words.contains(NEAREST)
            ? Imputation.Ends.NEAREST
            : words.contains(EXTRAPOLATE)
                ? Imputation.Ends.LINEAR_EXTRAPOLATE
                : Imputation.Ends.NONE,
        words.contains(MEDIAN) ? Imputation.Fallback.GROUP_MEDIAN : Imputation.Fallback.NONE,
        "all",
        1,
        Imputation.OverCap.DROP_UNIT,
        false,
        Imputation.Basis.DERIVED);
  }

  private RenxingException usage(String what) {
    return new RenxingException(
        ErrorCode.USAGE, "--impute " + String.join(",", words) + ": " + what);
  }

  /** A constant as configuration writes it. */
  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The words that impute. */
  static final class Words implements Iterable<String> {
    private static final List<String> ALL = Arrays.asList(LINEAR, NEAREST, EXTRAPOLATE, MEDIAN);

    @Override
    public Iterator<String> iterator() {
      return ALL.iterator();
    }
  }
}
