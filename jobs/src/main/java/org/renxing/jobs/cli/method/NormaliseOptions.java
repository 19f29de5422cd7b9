package org.renxing.jobs.cli.method;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.renxing.model.ErrorCode;
import org.renxing.model.Normalisation;
import org.renxing.model.Normalisation.Quantiles;
import org.renxing.model.RenxingException;
import org.renxing.normalisation.NormalisationMethods;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** How values become comparable. */
@InHelp(HelpGroup.NORMALISATION)
final class NormaliseOptions {
  @Option(
      names = "--normalise",
      paramLabel = "METHOD",
      converter = MethodName.class,
      completionCandidates = MethodName.class,
      description = "min-max (default), or one of ${COMPLETION-CANDIDATES}.")
  private Optional<String> method;

  @Option(
      names = "--norm-scope",
      paramLabel = "SCOPE",
      defaultValue = "pooled",
      description = "Rows over which bounds are taken: pooled (default) or yearly.")
  private Span scope;

  @Option(
      names = "--scale",
      paramLabel = "X",
      defaultValue = "1",
      description = "Upper end of normalised values (1); some indices use 100.")
  private double scale;

  @Option(
      names = "--winsorise",
      split = ",",
      hideParamSyntax = true,
      paramLabel = "LO,HI",
      description = "Quantiles to which values are drawn in before, such as .01,.99.")
  private List<Double> winsorise = List.of();

  /** The normalisation that the options state. */
  Normalisation normalisation(TableOptions table) {
    if (method.equals(Optional.of(MethodName.VECTOR))) {
      throw new RenxingException(
          ErrorCode.USAGE, "--normalise vector: belongs to method index --aggregation topsis");
    }
    return besideVectors(table);
  }

  /** Whether TOPSIS is to divide values by vectors: unless something else is said. */
  boolean isVector() {
    return method.map(MethodName.VECTOR::equals).orElse(true);
  }

  /** The same, min-max where TOPSIS divides values by vectors: by it indicators are weighed. */
  Normalisation besideVectors(TableOptions table) {
    table.requireYear("--norm-scope", scope);
    if (!winsorise.isEmpty() && winsorise.size() != 2) {
      throw new RenxingException(
          ErrorCode.USAGE, "--winsorise " + winsorise + ": two quantiles, such as .01,.99");
    }
    Optional<Quantiles> quantiles =
        winsorise.isEmpty()
            ? Optional.empty()
            : Optional.of(new Quantiles(winsorise.get(0), winsorise.get(1)));
    return new Normalisation(
        method.filter(m -> !m.equals(MethodName.VECTOR)).orElse("min-max"),
        scope.ofBounds(),
        Optional.empty(),
        Optional.empty(),
        quantiles,
        false,
        scale,
        Map.of());
  }

  /** Names of methods as configuration writes them; goalposts need a configuration. */
  static final class MethodName implements ITypeConverter<String>, Iterable<String> {
    /** What is no method of its own, see {@link #isVector}. */
    static final String VECTOR = "vector";

    private static final List<String> ALLOWED =
        NormalisationMethods.names().stream().filter(m -> !m.equals("goalposts")).toList();

    @Override
    public String convert(String text) {
      if (!ALLOWED.contains(text) && !text.equals(VECTOR)) {
        throw new TypeConversionException(
            "expected one of " + String.join(", ", ALLOWED) + " but was '" + text + "'");
      }
      return text;
    }

    @Override
    public Iterator<String> iterator() {
      return ALLOWED.iterator();
    }
  }
}
