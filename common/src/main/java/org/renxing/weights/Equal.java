package org.renxing.weights;

import java.util.Collections;
import java.util.List;

/** Every indicator matters alike. */
final class Equal implements WeightingMethod {
  @Override
  public String id() {
    return "equal";
  }

  @Override
  public List<Importance> importances(WeightingCase given) {
    return Collections.nCopies(given.size(), Importance.stated(1));
  }

  @Override
  public boolean isStated() {
    return true;
  }
}
