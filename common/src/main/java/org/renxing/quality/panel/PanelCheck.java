package org.renxing.quality.panel;

import java.io.Serializable;
import java.util.List;
import java.util.Set;

/** One check of the figures of some indicators, which sees all units and years of them at once. */
public interface PanelCheck extends Serializable {
  /** The indicators that it looks at. */
  Set<String> codes();

  /** The figures that look wrong; a figure can be named more than once. */
  List<DoubtfulFigure> judge(PanelFigures figures);
}
