package org.renxing.quality;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.renxing.quality.panel.Figure;

/**
 * Figures that are looked at together, or a part of them.
 *
 * @param key a base indicator, or a check of several
 */
public record FigureGroup(String key, List<Figure> figures) implements Serializable {
  public FigureGroup {
    figures = List.copyOf(figures);
  }

  /** All parts of a group together. */
  static Iterator<FigureGroup> joined(String key, List<FigureGroup> parts) {
    return List.of(new FigureGroup(key, figures(parts))).iterator();
  }

  /** The figures of all parts. */
  static List<Figure> figures(List<FigureGroup> parts) {
    List<Figure> out = new ArrayList<>();
    parts.forEach(part -> out.addAll(part.figures()));
    return out;
  }
}
