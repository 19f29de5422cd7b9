package org.renxing.index.panel;

import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.expressions.Aggregator;
import org.renxing.panel.GroupMedians;
import org.renxing.panel.GroupValues;
import org.renxing.panel.UnitPanel;

/** The medians of a group of units, as an aggregate. */
final class GroupAggregator extends Aggregator<UnitPanel, GroupValues, GroupMedians> {
  private static final long serialVersionUID = 1L;

  @Override
  public GroupValues zero() {
    return new GroupValues();
  }

  @Override
  public GroupValues reduce(GroupValues values, UnitPanel panel) {
    return values.add(panel);
  }

  @Override
  public GroupValues merge(GroupValues values, GroupValues other) {
    return values.merge(other);
  }

  @Override
  public GroupMedians finish(GroupValues values) {
    return values.medians();
  }

  @Override
  public Encoder<GroupValues> bufferEncoder() {
    return Encoders.javaSerialization(GroupValues.class);
  }

  @Override
  public Encoder<GroupMedians> outputEncoder() {
    return Encoders.javaSerialization(GroupMedians.class);
  }
}
