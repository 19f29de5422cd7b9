package org.renxing.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OccupancySignalTest {
  /** Arrays and bits go by place, and frames by column: each field has one signal, in its order. */
  @Test
  void signalsAreTheFieldsOfSignalsInTheirOrder() {
    assertThat(OccupancySignal.columns())
        .isEqualTo(RemoteField.SIGNALS.stream().map(RemoteField::column).toList())
        .allMatch(column -> column.startsWith("occupied_by_"));
    assertThat(Arrays.stream(OccupancySignal.values()).mapToInt(OccupancySignal::place))
        .containsExactlyElementsOf(IntStream.range(0, OccupancySignal.COUNT).boxed().toList());
    assertThat(OccupancySignal.WATER.column()).isEqualTo("occupied_by_water");
  }
}
