package org.renxing.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.renxing.model.Excerpt;
import org.renxing.model.SourceSpec;
import org.renxing.model.SourceSpec.Mapping;
import org.renxing.model.UnitOfMeasure;
import org.renxing.name.HeaderText;
import org.renxing.name.MeasureNames;
import org.renxing.name.Nearest;

/**
 * Turns heads into the labels of a contract. A head matches a label whatever its blanks and widths
 * of letters; where the contract leaves the unit to the file, the label ends in the unit.
 */
final class Labels {
  private final SourceSpec source;
  private final MeasureNames measures;
  private final Map<String, String> plain = new HashMap<>();
  private final Map<String, String> closed = new HashMap<>();
  private final Map<String, String> open = new HashMap<>();

  Labels(SourceSpec source, MeasureNames measures) {
    this.source = source;
    this.measures = measures;
    List<String> keys = new ArrayList<>(List.of(source.unitColumn(), source.yearColumn()));
    source.longColumns().ifPresent(l -> keys.addAll(List.of(l.indicatorColumn(), l.valueColumn())));
    keys.addAll(source.ignored());
    keys.removeIf(String::isEmpty); // no column of years
    keys.forEach(k -> plain.put(HeaderText.key(k), k));
    if (source.longColumns().isEmpty()) {
      source
          .mappings()
          .forEach(
              (label, m) ->
                  m.head()
                      .ifPresentOrElse(
                          h -> open.put(HeaderText.key(h), h),
                          () -> closed.put(HeaderText.key(label), label)));
    }
  }

  /** Refuses a table that lacks columns of the contract, whose heads are its labels. */
  void require(String place, List<String> heads) {
    require(place, Set.copyOf(heads), heads);
  }

  /** Columns that a file must have; the year where the form does not give it otherwise. */
  private Set<String> wanted() {
    Set<String> out = new LinkedHashSet<>(List.of(source.unitColumn()));
    if (!source.form().hasYear() && !source.yearColumn().isEmpty()) {
      out.add(source.yearColumn());
    }
    source
        .longColumns()
        .ifPresentOrElse(
            l -> out.addAll(List.of(l.indicatorColumn(), l.valueColumn())),
            () -> source.mappings().forEach((k, m) -> out.add(m.head().orElse(k))));
    return out;
  }

  /**
   * The labels of a table.
   *
   * @param units by column, from a row of units; blank for none
   * @param general the unit that the title gives to all columns
   */
  List<String> of(String place, List<String> heads, List<String> units, Optional<String> general) {
    Map<String, Integer> seen = new LinkedHashMap<>();
    Set<String> found = new LinkedHashSet<>();
    List<String> out = new ArrayList<>();
    for (int i = 0; i < heads.size(); i++) {
      String head = heads.get(i).isBlank() ? "column " + (i + 1) : heads.get(i);
      String unit = i < units.size() ? units.get(i) : "";
      String label = label(place, head, unit, general, found);
      boolean isAgain = seen.merge(label, 1, Integer::sum) > 1;
      boolean isUsed = source.mappings().containsKey(label) || plain.containsValue(label);
      if (isAgain && isUsed) {
        throw Refusal.of(
            place, "has the column '" + Excerpt.cell(label) + "' twice; remove or rename one");
      }
      out.add(isAgain ? label + " #" + seen.get(label) : label);
    }
    require(place, found, heads);
    return out;
  }

  private String label(
      String place, String head, String unit, Optional<String> general, Set<String> found) {
    String key = HeaderText.key(head);
    HeaderText split = HeaderText.of(head);
    String bare = HeaderText.key(split.name());
    if (plain.containsKey(key)) {
      found.add(plain.get(key));
      return plain.get(key);
    }
    Optional<String> exact = Optional.ofNullable(closed.get(key));
    Optional<String> fixed = exact.or(() -> Optional.ofNullable(closed.get(bare)));
    if (fixed.isPresent()) {
      List<String> said = new ArrayList<>();
      split.bracketed().filter(b -> measures.find(b).isPresent()).ifPresent(said::add);
      Optional.of(HeaderText.unit(unit)).filter(u -> !u.isEmpty()).ifPresent(said::add);
      said.forEach(u -> requireSame(place, head, u, source.mappings().get(fixed.get())));
      found.add(fixed.get());
      return fixed.get();
    }
    boolean isWhole = open.containsKey(key);
    if (!isWhole && !open.containsKey(bare)) {
      return head;
    }
    String name = isWhole ? open.get(key) : open.get(bare);
    found.add(name);
    return Mapping.label(
        name, unitOf(place, name, isWhole ? Optional.empty() : split.bracketed(), unit, general));
  }

  private String unitOf(
      String place,
      String name,
      Optional<String> bracketed,
      String below,
      Optional<String> general) {
    Optional<String> row = Optional.of(HeaderText.unit(below)).filter(u -> !u.isEmpty());
    String text =
        bracketed
            .or(() -> row)
            .or(() -> general)
            .orElseThrow(
                () ->
                    Refusal.of(
                        place,
                        "column "
                            + name
                            + ": neither head nor row of units says the unit; set the unit of"
                            + " sources."
                            + source.id()
                            + ".columns"));
    UnitOfMeasure unit = known(place, name, text);
    row.filter(r -> !known(place, name, r).equals(unit))
        .ifPresent(
            r -> {
              throw Refusal.of(
                  place,
                  "column "
                      + name
                      + ": its head says '"
                      + Excerpt.cell(text)
                      + "', the row of units '"
                      + Excerpt.cell(r)
                      + "'; correct the file, or set the unit of the column");
            });
    String label = measures.spelling(text).orElse(unit.name());
    if (!source.mappings().containsKey(Mapping.label(name, label))) {
      throw Refusal.of(
          place,
          "column "
              + name
              + ": '"
              + Excerpt.cell(text)
              + "' measures "
              + unit.dimension()
              + ", which its indicator is not; correct the file or the indicator");
    }
    return label;
  }

  private UnitOfMeasure known(String place, String column, String unit) {
    return measures
        .find(unit)
        .orElseThrow(
            () ->
                Refusal.of(
                    place,
                    "column "
                        + column
                        + ": no known unit of measure '"
                        + Excerpt.cell(unit)
                        + "'; "
                        + Nearest.question(measures.nearest(unit)).map(q -> q + " ").orElse("")
                        + "Correct the file, or add the unit to conf/units-of-measure.conf"));
  }

  private void requireSame(String place, String head, String said, Mapping mapping) {
    UnitOfMeasure unit = known(place, head, said);
    if (!unit.name().equals(mapping.unitOfMeasure())) {
      throw Refusal.of(
          place,
          "column "
              + Excerpt.cell(head)
              + ": the file gives it in '"
              + Excerpt.cell(said)
              + "', sources."
              + source.id()
              + ".columns in '"
              + mapping.unitOfMeasure()
              + "'; correct one of them, or leave the unit to the file");
    }
  }

  private void require(String place, Set<String> found, List<String> heads) {
    List<String> missing = wanted().stream().filter(c -> !found.contains(c)).sorted().toList();
    if (!missing.isEmpty()) {
      throw Refusal.of(
          place,
          "lacks the column"
              + (missing.size() > 1 ? "s " : " ")
              + String.join(", ", missing)
              + "; it has "
              + Excerpt.list(heads)
              + "; correct the file or sources."
              + source.id()
              + ".columns");
    }
  }
}
