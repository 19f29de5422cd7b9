package org.renxing.jobs.gold.remote;

import java.util.List;
import org.renxing.jobs.gold.table.GoldTable;
import org.renxing.jobs.silver.remote.LandPatch;
import org.renxing.jobs.silver.remote.OccupancyArea;
import org.renxing.jobs.silver.remote.RemoteAggregates;
import org.renxing.land.ZonePattern;
import org.renxing.measure.Cells;
import org.renxing.model.ColumnSpec.Type;
import org.renxing.model.RemoteFamily;
import org.renxing.model.RemoteFamily.Group;
import org.renxing.model.TableSpec;

/** Whether a unit empties in spots or from its middle. */
public final class ZonePatternUnitYear extends RemoteTable<ZonePattern.Figure> {
  public ZonePatternUnitYear(RemoteAggregates aggregates) {
    super(
        aggregates,
        "patterns of zones",
        aggregates.has(RemoteFamily.HOUSING) && aggregates.has(Group.LAND)
            ? aggregates.withZones(OccupancyArea.TABLE, LandPatch.TABLE)
            : List.of(),
        aggregates::pattern);
  }

  @Override
  public TableSpec spec() {
    TableSpec.Builder shape =
        GoldTable.unitYear("zone_pattern_unit_year", "One row a unit and year with zones")
            .required(
                "pattern", Type.STRING, "", "perforated, doughnut, decline, compact or unknown")
            .optional("decided_by", Type.STRING, "", "Rule of conf/rules/zone-pattern.conf")
            .required("evidence", Type.STRING, "", "What the rules ask for and is known")
            .optional("missing_evidence", Type.STRING, "", "What they ask for and is not known")
            .optional(
                "reason", Type.STRING, "", "Why it is unknown: MISSING_EVIDENCE or NO_RULE_HOLDS");
    return GoldTable.end(shape);
  }

  @Override
  void add(UnitRows rows, ZonePattern.Figure p) {
    rows.add(
        List.of(),
        p.unit(),
        p.year(),
        p.pattern(),
        Cells.text(p.decidedBy()),
        p.evidence(),
        Cells.text(p.missing()),
        Cells.text(p.reason()));
  }
}
