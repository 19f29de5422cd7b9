package org.renxing.jobs.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringWriter;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The form of rows in files of data. */
class ColumnDataTest {
  private static String written(String column, Object... values) throws IOException {
    ColumnData data = new ColumnData(List.of(column));
    for (Object value : values) {
      data.add(Arrays.asList("left out", value), 1);
    }
    StringWriter out = new StringWriter();
    try (JsonGenerator json = new ObjectMapper().createGenerator(out)) {
      data.write(json);
    }
    return out.toString();
  }

  @Test
  void figuresHaveTenDigits() throws IOException {
    assertThat(written("v", 0.1 + 0.2, 3.0, 1e-300, 7, 12L, new BigInteger("9007199254740993")))
        .isEqualTo("{\"n\":6,\"columns\":{\"v\":[0.3,3,1E-300,7,12,9007199254740993]}}");
  }

  @Test
  void whatIsMissingAndWhatIsNoNumberAreNull() throws IOException {
    assertThat(written("v", 1.5, null, Double.NaN, Double.POSITIVE_INFINITY))
        .isEqualTo("{\"n\":4,\"columns\":{\"v\":[1.5,null,null,null]}}");
  }

  @Test
  void textsAreWrittenOnce() throws IOException {
    assertThat(written("v", "a", "b\"", "a", null))
        .isEqualTo("{\"n\":4,\"columns\":{\"v\":{\"d\":[\"a\",\"b\\\"\"],\"i\":[0,1,0,-1]}}}");
  }

  @Test
  void whatRepeatsIsWrittenOnce() throws IOException {
    assertThat(written("v", 2020, 2020, 2020, 2021, 2021, 2021, 2021))
        .isEqualTo("{\"n\":7,\"columns\":{\"v\":{\"d\":[2020,2021],\"r\":[0,3,1,4]}}}");
    assertThat(written("v", 1, 2, 1, 2, 1, 2, null))
        .isEqualTo("{\"n\":7,\"columns\":{\"v\":{\"d\":[1,2],\"i\":[0,1,0,1,0,1,-1]}}}");
    assertThat(written("v", null, null, null))
        .isEqualTo("{\"n\":3,\"columns\":{\"v\":{\"d\":[],\"r\":[-1,3]}}}");
    assertThat(written("v", false, false)).isEqualTo("{\"n\":2,\"columns\":{\"v\":{\"c\":false}}}");
  }
}
