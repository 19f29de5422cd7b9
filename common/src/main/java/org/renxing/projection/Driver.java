package org.renxing.projection;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The factors of emissions in the Kaya identity, in its order. */
public enum Driver {
  POPULATION,
  GDP_PER_CAPITA,
  /** Energy over GDP. */
  ENERGY_INTENSITY,
  /** Emissions over energy. */
  CARBON_INTENSITY;

  /** As tables name it. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The driver of a name; empty for any other. */
  public static Optional<Driver> of(String text) {
    return Arrays.stream(values()).filter(d -> d.text().equals(text)).findFirst();
  }

  /** The names of all. */
  public static List<String> texts() {
    return Arrays.stream(values()).map(Driver::text).toList();
  }
}
