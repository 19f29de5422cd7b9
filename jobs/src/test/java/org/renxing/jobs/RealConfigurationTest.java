package org.renxing.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.Config;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.renxing.testing.SharedCases;

/** The sources of real figures, set against their files. */
class RealConfigurationTest {
  @ParameterizedTest
  @CsvSource({
    "cn-city-panel, cn-city-panel/wide_2010_2021.csv",
    "cn-census, cn-census/units_2010_2020_wide.csv",
    "cn-co2, cn-co2/long.csv",
    "cn-remote-sensing, cn-remote-sensing/long.csv",
    "census-adjusted-2010, cn-census/prefecture_2010_2020_boundary_adjusted.csv",
    "census-adjusted-2020, cn-census/prefecture_2010_2020_boundary_adjusted.csv",
    "mapped-prefectures-2000, cn-admin/prefecture_centroids.csv",
    "mapped-prefectures-2010, cn-admin/prefecture_centroids.csv",
    "mapped-counties-2000, cn-census/county_pop_2000_2010_2018_area_centroid.csv",
    "mapped-counties-2010, cn-census/county_pop_2000_2010_2018_area_centroid.csv"
  })
  void realFilesHaveTheDeclaredColumns(String id, String name) throws IOException {
    Path file = SharedCases.file("data/" + name);
    Config source = ProductConfigurationTest.conf("sources/" + id);
    List<String> declared =
        new ArrayList<>(
            ProductConfigurationTest.declared(source, ProductConfigurationTest.mappings(id)));
    if (source.hasPath("at-year") || source.hasPath("year-from")) {
      declared.remove(source.getString("year-column"));
    }
    assertThat(ProductConfigurationTest.csv(file).get(0).getHeader())
        .containsExactlyInAnyOrderElementsOf(declared);
  }

  /**
   * Nothing that files of real figures hold stays unread but names, places and what is repeated.
   */
  @ParameterizedTest
  @CsvSource({
    "cn-city-panel, name province region4 resource_type",
    "cn-census, code name level prefecture_code province_code",
    "cn-co2, code name unit source",
    "cn-remote-sensing, code name unit"
  })
  void everyFigureOfTheRealPanelsIsRead(String id, String unread) {
    assertThat(ProductConfigurationTest.conf("sources/" + id).getStringList("ignored"))
        .containsExactly(unread.split(" "));
  }
}
