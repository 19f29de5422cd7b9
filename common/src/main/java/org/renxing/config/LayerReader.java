package org.renxing.config;

import com.typesafe.config.ConfigValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.renxing.model.NoDataMark;
import org.renxing.model.PixelRules;
import org.renxing.model.RemoteFamily;
import org.renxing.model.RemoteSource.Layer;

/** Reads what a source of grids says of its pixels. */
final class LayerReader {
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*");
  private static final List<String> OWN = List.of("layer", "year-from", "no-data", "negative");

  private LayerReader() {}

  /** The layer of a grid; empty for other families, and where it is wrong. */
  static Optional<Layer> read(Section s, RemoteFamily family) {
    Optional<String> name = s.optionalText("layer");
    Optional<String> year = RegularExpression.read(s, "year-from").map(Pattern::pattern);
    PixelRules pixels = pixels(s);
    if (family != RemoteFamily.RASTER) {
      OWN.stream()
          .filter(s::has)
          .forEach(key -> s.problem(key, "only family raster has " + String.join(", ", OWN)));
      return Optional.empty();
    }
    if (name.isEmpty() || !NAME.matcher(name.get()).matches()) {
      s.problem("layer", "needs a name in lower case, such as night_light");
    }
    if (!s.has("year-from")) {
      s.problem("year-from", "needs a regular expression that finds the year in a file's name");
    }
    return OWN.stream().anyMatch(s::isTroubled)
        ? Optional.empty()
        : Optional.of(new Layer(name.orElseThrow(), year.orElseThrow(), pixels));
  }

  private static PixelRules pixels(Section s) {
    List<NoDataMark> marks = new ArrayList<>();
    boolean isTagHeeded = true;
    List<String> texts =
        s.is(ConfigValueType.LIST, "no-data")
            ? s.texts("no-data", List.of())
            : s.optionalText("no-data").stream().toList();
    for (String text : texts) {
      if (text.strip().equalsIgnoreCase(PixelRules.NONE)) {
        isTagHeeded = false;
      } else {
        s.attempt("no-data", () -> new NoDataMark(text)).ifPresent(marks::add);
      }
    }
    return new PixelRules(marks, isTagHeeded, s.flag("negative", false));
  }
}
