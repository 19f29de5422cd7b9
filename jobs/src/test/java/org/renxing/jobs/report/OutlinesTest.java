package org.renxing.jobs.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which outlines of a file are drawn. */
class OutlinesTest {
  private static String collection(String... features) {
    return "{\"type\":\"FeatureCollection\",\"features\":[" + String.join(",", features) + "]}";
  }

  private static String area(String properties, String more) {
    return "{\"type\":\"Feature\",\"properties\":"
        + properties
        + ",\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[1,2],[3,4],[5,6],[1,2]]]}"
        + more
        + "}";
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"unit_id\":\"320500\",\"name\":\"x\"}|",
        "{\"adcode\":320500}|",
        "{}|,\"id\":320500",
        "null|,\"id\":\"320500\""
      })
  void unitsAreFoundByTheirCode(String properties, String more) {
    Outlines found =
        Outlines.parse(
            "f",
            collection(
                area("{\"code\":\"110000\"}", ""), area(properties, more == null ? "" : more)),
            List.of("320500"));
    assertThat(found.features().path("features")).hasSize(1);
    assertThat(found.features().path("features").get(0).path("properties").toString())
        .isEqualTo("{\"name\":\"320500\"}");
    assertThat(found.features().path("features").get(0).path("geometry").path("coordinates"))
        .hasSize(1);
  }

  @Test
  void whatHasNoOutlineIsRefused() {
    assertThatThrownBy(() -> Outlines.parse("f", "{", List.of()))
        .hasMessageStartingWith("f: is no JSON");
    assertThatThrownBy(() -> Outlines.parse("f", "{}", List.of()))
        .hasMessage("f: is no GeoJSON of the type FeatureCollection");
    String point = area("{\"code\":\"1\"}", "").replace("Polygon", "Point");
    assertThatThrownBy(() -> Outlines.parse("f", collection(point), List.of("1")))
        .hasMessageContaining("no polygon has the code of a unit");
  }
}
