package org.renxing.efficiency;

import java.io.Serializable;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.renxing.dea.Measure;
import org.renxing.dea.Orientation;
import org.renxing.dea.Returns;
import org.renxing.model.DeaModel;

/**
 * A model with one of its systems standing alone.
 *
 * @param place where it stands in the plan
 * @param alone the system that stands alone
 * @param inputs systems of which less is better
 * @param outputs systems of which more is better
 * @param family where the frontier of its columns stands in the plan
 */
public record DeaSpecification(
    int place, DeaModel model, String alone, List<String> inputs, List<String> outputs, int family)
    implements Serializable {

  /** Returns to scale. */
  public Returns returns() {
    return Returns.valueOf(model.returns().name());
  }

  Orientation orientation() {
    return Orientation.valueOf(model.orientation().name());
  }

  /** Whether scale efficiency is asked for. */
  boolean isScaled() {
    return model.isScaled() && model.kind() == DeaModel.Kind.RADIAL;
  }

  /** The technologies against which a unit is scored. */
  Set<Returns> technologies() {
    return isScaled()
        ? EnumSet.of(returns(), Returns.CRS, Returns.VRS, Returns.NIRS)
        : EnumSet.of(returns());
  }

  /** Super-efficiency takes one unit away, so the units behind the frontier count. */
  static int layers(DeaModel model) {
    return model.kind() == DeaModel.Kind.SUPER ? 2 : 1;
  }

  /** What is measured. */
  public Measure measure() {
    boolean isInput = model.orientation() == DeaModel.Orientation.INPUT;
    return switch (model.kind()) {
      case RADIAL -> isInput ? Measure.THETA : Measure.PHI;
      case SUPER -> isInput ? Measure.SUPER_THETA : Measure.SUPER_PHI;
      case SBM -> Measure.RHO;
    };
  }
}
