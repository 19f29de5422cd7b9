package org.renxing.config;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.renxing.model.EmissionFactor;

/** Reads a set of emission factors: carriers by name, and their source. */
final class EmissionFactorReader {
  private EmissionFactorReader() {}

  /** The factors of one file. */
  static Optional<Map<String, EmissionFactor>> read(String id, Section s) {
    s.text("title");
    String source = s.text("source");
    Map<String, EmissionFactor> out = new TreeMap<>();
    s.section("fuels")
        .children()
        .forEach((fuel, section) -> fuel(fuel, section, source).ifPresent(f -> out.put(fuel, f)));
    s.section("purchased")
        .children()
        .forEach((name, section) -> direct(name, section, source).ifPresent(f -> out.put(name, f)));
    return s.build(() -> out);
  }

  private static Optional<EmissionFactor> fuel(String id, Section s, String source) {
    names(id, s);
    String per = s.text("per", "t");
    double ncv = s.number("ncv");
    double carbon = s.number("carbon");
    double oxidation = s.number("oxidation", 1, v -> v > 0 && v <= 1, "above 0 and at most 1");
    String own = s.text("source", source);
    return s.build(
        () -> {
          double tonnes = EmissionFactor.combustion(ncv, carbon, oxidation);
          return new EmissionFactor(id, per, tonnes, 1, own);
        });
  }

  private static Optional<EmissionFactor> direct(String id, Section s, String source) {
    names(id, s);
    String per = s.text("per");
    double tonnes = s.number("t-co2");
    String own = s.text("source", source);
    return s.build(() -> new EmissionFactor(id, per, tonnes, 2, own));
  }

  private static void names(String id, Section s) {
    s.text("name-zh", "");
    if (!id.matches("[a-z][a-z0-9_]*")) {
      s.problem("a name has small letters, digits and _ only, since columns are named after it");
    }
  }
}
