package org.renxing.jobs.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Names of the configuration that comes with the product. */
class NamesTest {
  @Test
  void codesHaveTheNamesOfTheConfiguration() {
    Map<String, Map<String, Label>> names =
        Names.of(OwnSettings.load(), List.of("digital-coupling", "gone"));
    assertThat(names).containsOnlyKeys(Names.ALL, "digital-coupling");
    assertThat(names.get(Names.ALL))
        .containsEntry(
            "digital-coupling",
            new Label("Coupling of digital technology and urban resilience", "数字技术与城市韧性耦合协调"))
        .containsEntry(
            "city-digital",
            new Label("City yearbook: digital technology and infrastructure", "city-digital"))
        .containsKey("pop_resident")
        .doesNotContainKey("gone");
    assertThat(names.get("digital-coupling"))
        .containsEntry("resilience", new Label("Urban resilience", "城市韧性"))
        .containsEntry("economic-resilience", new Label("Economic resilience", "经济韧性"))
        .containsEntry(
            "digital-resilience", new Label("Digital technology × Urban resilience", "数字技术 × 城市韧性"))
        .doesNotContainKeys("re1", "overall");
  }
}
