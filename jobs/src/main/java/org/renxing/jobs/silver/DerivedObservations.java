package org.renxing.jobs.silver;

import java.util.List;
import org.renxing.lake.TableRows;
import org.renxing.model.TableName;
import org.renxing.run.Inputs;

/** Values of base indicators of units and years that are computed from finer observations. */
public interface DerivedObservations {
  /** Tables that they are computed from. */
  List<TableName> inputs();

  /** What of the configuration they depend on, as stable text. */
  String configuration();

  /** unit_id, year, indicator_code, source_id, value; a unit, year and indicator once. */
  TableRows.Held rows(Inputs inputs);
}
