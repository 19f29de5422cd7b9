package org.renxing.name;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.renxing.model.UnitOfMeasure;

/** Units of measure by any way of writing them. */
public final class MeasureNames {
  private final Map<String, UnitOfMeasure> exact = new TreeMap<>();
  private final Map<String, UnitOfMeasure> byKey = new TreeMap<>();

  /** Names and aliases of the given units. */
  public MeasureNames(Collection<UnitOfMeasure> units) {
    for (UnitOfMeasure unit : units) {
      exact.put(unit.name(), unit);
      unit.aliases().forEach(alias -> exact.put(alias, unit));
    }
    exact.forEach((name, unit) -> byKey.putIfAbsent(HeaderText.key(name), unit));
  }

  /** The unit that a text means: by name or alias, full-width or with blanks or not. */
  public Optional<UnitOfMeasure> find(String text) {
    return Optional.ofNullable(exact.get(text))
        .or(() -> Optional.ofNullable(byKey.get(HeaderText.key(text))));
  }

  /** The name or alias under which {@link #find} knows the text. */
  public Optional<String> spelling(String text) {
    return exact.containsKey(text)
        ? Optional.of(text)
        : exact.keySet().stream()
            .filter(name -> HeaderText.key(name).equals(HeaderText.key(text)))
            .findFirst();
  }

  /** Known names nearest to one that is not known. */
  public List<String> nearest(String text) {
    return Nearest.to(text, exact.keySet(), HeaderText::key, 3);
  }
}
