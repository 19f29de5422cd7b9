package org.renxing.jobs.profile;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.commons.text.similarity.LevenshteinDistance;
import org.renxing.intake.ReferenceFile;
import org.renxing.intake.ReferenceRow;
import org.renxing.model.BaseIndicator;
import org.renxing.model.Settings;
import org.renxing.model.UnitOfMeasure;
import org.renxing.name.HeaderText;
import org.renxing.name.MeasureNames;
import org.renxing.name.UnitIndex;

/** What the configuration knows: units, measures, indicators. */
public record MetadataCatalog(Settings settings, UnitIndex units, MeasureNames measures) {
  private static final int LETTERS_PER_EDIT = 6;

  /** All that a configuration knows. */
  public static MetadataCatalog of(Settings settings) {
    Map<String, Set<String>> names = new HashMap<>();
    List<Path> files = new ArrayList<>();
    files.add(Path.of(settings.referencePath(), "units.csv"));
    settings.unitFiles().forEach(f -> files.add(Path.of(f)));
    for (Path file : files) {
      for (ReferenceRow row : ReferenceFile.read(file).withHead().rows()) {
        for (String column : List.of("unit_id", "code", "name_zh", "name_en")) {
          add(names, row.text(column), row.text("unit_id"));
        }
      }
    }
    ReferenceFile.read(Path.of(settings.referencePath(), "aliases.csv"))
        .rows()
        .forEach(row -> add(names, row.text("alias"), row.text("unit_id")));
    return new MetadataCatalog(
        settings, new UnitIndex(names), new MeasureNames(settings.unitsOfMeasure().values()));
  }

  /** The same without units, for files whose units are their own. */
  public static MetadataCatalog withoutUnits(Settings settings) {
    return new MetadataCatalog(
        settings,
        new UnitIndex(Map.<String, Set<String>>of()),
        new MeasureNames(settings.unitsOfMeasure().values()));
  }

  private static void add(Map<String, Set<String>> names, String name, String id) {
    names.computeIfAbsent(name, n -> new TreeSet<>()).add(id);
  }

  /**
   * The base indicator that a label probably means.
   *
   * @param isCertain whether the label is its code or name; else it is only like it
   */
  public record Guess(BaseIndicator indicator, boolean isCertain) {}

  /**
   * The base indicator whose code or name the label is, or its last part where it has several; else
   * the only one whose name holds the label or is held by it; else that whose name is nearest.
   */
  public Optional<Guess> indicator(String label) {
    String name = HeaderText.of(label).name();
    String part = key(name.substring(name.lastIndexOf('/') + 1));
    Map<String, BaseIndicator> byKey = new HashMap<>();
    for (BaseIndicator i : settings.baseIndicators().values()) {
      byKey.putIfAbsent(key(i.nameEn()), i);
      byKey.put(key(i.nameZh()), i);
      byKey.put(key(i.code()), i);
    }
    return Optional.ofNullable(byKey.get(key(name)))
        .or(() -> Optional.ofNullable(byKey.get(part)))
        .map(i -> new Guess(i, true))
        .or(
            () ->
                holding(part, byKey).or(() -> nearest(part, byKey)).map(i -> new Guess(i, false)));
  }

  private static Optional<BaseIndicator> holding(String part, Map<String, BaseIndicator> byKey) {
    if (part.length() < 3) {
      return Optional.empty();
    }
    List<BaseIndicator> held =
        byKey.entrySet().stream()
            .filter(e -> e.getKey().length() > 3)
            .filter(e -> e.getKey().contains(part) || part.contains(e.getKey()))
            .map(Map.Entry::getValue)
            .distinct()
            .toList();
    return held.size() == 1 ? Optional.of(held.get(0)) : Optional.empty();
  }

  private static Optional<BaseIndicator> nearest(String part, Map<String, BaseIndicator> byKey) {
    LevenshteinDistance distance = new LevenshteinDistance(part.length() / LETTERS_PER_EDIT);
    return byKey.keySet().stream()
        .filter(k -> part.length() >= LETTERS_PER_EDIT && distance.apply(part, k) >= 0)
        .min(Comparator.comparingInt((String k) -> distance.apply(part, k)).thenComparing(k -> k))
        .map(byKey::get);
  }

  /** The unit of measure that a label or a cell of a row of units says. */
  public Optional<UnitOfMeasure> unit(String label, String below) {
    return HeaderText.of(label)
        .bracketed()
        .flatMap(measures::find)
        .or(() -> measures.find(HeaderText.unit(below)));
  }

  /** What kind of figure a unit measures. */
  public Optional<UnitOfMeasure> unitOf(BaseIndicator indicator) {
    return Optional.ofNullable(settings.unitsOfMeasure().get(indicator.unitOfMeasure()));
  }

  private static String key(String name) {
    return HeaderText.key(name).replace("_", "").toLowerCase(Locale.ROOT);
  }
}
