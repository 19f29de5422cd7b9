package org.renxing.config;

import static org.renxing.model.BaseIndicator.Population.RESIDENT;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.renxing.model.BaseIndicator;
import org.renxing.model.Key;
import org.renxing.model.PriceBasis;
import org.renxing.model.UnitOfMeasure;
import org.renxing.name.HeaderText;
import org.renxing.name.MeasureNames;

/** Reads units of measure and base indicators. */
record MeasureReader(Binder binder) {
  private static final Pattern CODE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

  private static final String CONSTANT = "constant";
  private static final String DEFLATOR = "deflator";

  /** Units by name and by alias. */
  Catalog<UnitOfMeasure> units(Section units) {
    Map<String, UnitOfMeasure> values = new HashMap<>();
    Map<String, String> owners = new TreeMap<>();
    units.keys().forEach(name -> owners.put(name, name));
    units.children().forEach((name, unit) -> readUnit(name, unit, values, owners));
    return new Catalog<>(values, new TreeSet<>(owners.keySet()), !units.isBroken());
  }

  private void readUnit(
      String name, Section unit, Map<String, UnitOfMeasure> values, Map<String, String> owners) {
    Bound<UnitOfMeasure> bound = binder.read(unit, UnitOfMeasure.class, Map.of("name", name));
    List<String> aliases = bound.get("aliases");
    for (String alias : aliases) {
      String owner = owners.putIfAbsent(alias, name);
      if (owner != null) {
        unit.problem("aliases", "'" + alias + "' already names unit " + owner);
      }
    }
    bound
        .build()
        .ifPresent(
            read -> {
              values.put(name, read);
              aliases.forEach(alias -> values.put(alias, read));
            });
  }

  /** Base indicators by code; their unit is turned into its name where an alias was written. */
  Catalog<BaseIndicator> indicators(Section indicators, Catalog<UnitOfMeasure> units) {
    Catalog<BaseIndicator> all =
        Catalog.of(indicators, (code, section) -> readIndicator(code, section, units));
    indicators.children().forEach((code, section) -> requireComparable(section, all));
    return all;
  }

  /** What a base indicator names for comparisons of years must be what it is named as. */
  private static void requireComparable(Section section, Catalog<BaseIndicator> all) {
    for (String key : List.of(CONSTANT, DEFLATOR)) {
      String named = section.text(key, "");
      all.require(section, key, Key.BASE_INDICATOR, List.of(named));
      Optional<BaseIndicator> other = all.find(named);
      boolean isConstant =
          other.flatMap(BaseIndicator::price).filter(PriceBasis::isConstant).isPresent();
      if (other.isPresent() && key.equals(CONSTANT) && !isConstant) {
        section.problem(
            key,
            "'%s' is not at constant prices; write price = constant-YYYY there".formatted(named));
      }
      if (key.equals(DEFLATOR)) {
        requireIndex(section, other);
      }
    }
  }

  /** A deflator that is known is no money. */
  static void requireIndex(Section s, Optional<BaseIndicator> deflator) {
    deflator
        .filter(BaseIndicator::isMoney)
        .ifPresent(
            base ->
                s.problem(
                    DEFLATOR,
                    "'%s' is money, in '%s'; a deflator is an index of prices"
                        .formatted(base.code(), base.unitOfMeasure())));
  }

  private Optional<BaseIndicator> readIndicator(
      String code, Section section, Catalog<UnitOfMeasure> units) {
    String nameZh = section.text("name-zh", section.text("name-en", ""));
    String unit = unit(section, units);
    if (!CODE.matcher(code).matches()) {
      section.problem("a code has letters, digits and _ only, since expressions name it");
    }
    boolean isMoney =
        units.find(unit).filter(u -> u.dimension().matches("money(-.*)?")).isPresent();
    Bound<BaseIndicator> read =
        binder.read(
            section,
            BaseIndicator.class,
            Map.of("code", code, "nameZh", nameZh, "unitOfMeasure", unit, "isMoney", isMoney));
    Optional<PriceBasis> price = read.get("price");
    if (price.isPresent() && !isMoney && units.find(unit).isPresent()) {
      section.problem("price", "only money has prices, and '" + unit + "' measures none");
    }
    boolean isCurrent = price.filter(basis -> !basis.isConstant()).isPresent();
    Optional<String> constant = read.get(CONSTANT);
    Optional<String> deflator = read.get(DEFLATOR);
    boolean isNamed = constant.isPresent() || deflator.isPresent();
    if (isNamed && !isCurrent && !section.isTroubled("price")) {
      section.problem("constant and deflator are for money with price = current");
    }
    return read.build();
  }

  /** The population that a section says it counts. */
  static Optional<BaseIndicator.Population> population(Section section) {
    String key = "population-basis";
    var counted = section.choice(key, BaseIndicator.Population.class, RESIDENT);
    return section.has(key) && !section.isTroubled(key) ? Optional.of(counted) : Optional.empty();
  }

  /** The name of the unit of measure that a section states, which must be a known one. */
  static String unit(Section section, Catalog<UnitOfMeasure> units) {
    String given = section.text("unit");
    units.require(section, "unit", Key.UNIT_OF_MEASURE, List.of(given));
    return units.find(given).map(UnitOfMeasure::name).orElse(given);
  }

  /** The unit that a head gives in brackets at its end. */
  static Optional<UnitOfMeasure> bracketed(String label, Catalog<UnitOfMeasure> units) {
    return HeaderText.of(label)
        .bracketed()
        .flatMap(new MeasureNames(units.values().values())::find);
  }
}
