package org.renxing.normalisation;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.renxing.panel.PanelGrid;
import org.renxing.panel.UnitPanel;
import org.renxing.records.Records;

/** How the values of each indicator and scope of a panel are treated and normalised. */
public final class Scales implements Serializable {
  private static final long serialVersionUID = 1L;

  private final boolean isYearly;
  private final TreeMap<String, ColumnScale> scales = new TreeMap<>();

  private Scales(boolean isYearly) {
    this.isYearly = isYearly;
  }

  /** A scale, and what it is of. */
  private record Keyed(String key, ColumnScale scale) implements Serializable {}

  /**
   * Takes them from the values of all units, of which those of an indicator and scope are brought
   * together.
   *
   * @param panels along the grid
   * @param frozen bounds by indicator of the release that scope frozen names
   * @throws org.renxing.model.RenxingException CONFIGURATION for scope frozen without bounds
   */
  public static Scales of(
      Normaliser normaliser,
      PanelGrid grid,
      Records<UnitPanel> panels,
      Optional<Map<String, ScaleBounds>> frozen) {
    normaliser.check(frozen.isPresent());
    boolean isYearly = normaliser.isYearly();
    TreeMap<String, ScaleBounds> bounds = new TreeMap<>(frozen.orElse(Map.of()));
    Scales out = new Scales(isYearly);
    panels
        .flatMap(panel -> ScopeValues.of(grid, panel, isYearly))
        .combined(
            part -> key(part.code(), part.years()[0], isYearly),
            (key, parts) -> List.of(ScopeValues.joined(parts)).iterator())
        .groupedBy(
            part -> key(part.code(), part.years()[0], isYearly),
            (key, parts) -> {
              ScopeValues all = ScopeValues.joined(parts);
              return List.of(
                      new Keyed(
                          key, normaliser.scale(all.code(), all.years(), all.values(), bounds)))
                  .iterator();
            })
        .list()
        .forEach(one -> out.scales.put(one.key(), one.scale()));
    return out;
  }

  private static String key(String code, int year, boolean isYearly) {
    return isYearly ? code + " " + year : code;
  }

  /** The scale of an indicator in a year. */
  public ColumnScale of(String code, int year) {
    return scales.get(key(code, year, isYearly));
  }
}
