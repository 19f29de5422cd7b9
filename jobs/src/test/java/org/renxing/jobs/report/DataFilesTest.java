package org.renxing.jobs.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.renxing.jobs.output.FolderFiles;

/** Rows in one file, or in parts. */
class DataFilesTest {
  @TempDir Path folder;

  private ReportFiles written(int most, String... choices) {
    ColumnData rows = new ColumnData(List.of("unit", "kind", "measure"));
    rows.add(Arrays.asList("u1", "k", "a"), 0);
    rows.add(Arrays.asList("u1", "k", null), 0);
    rows.add(Arrays.asList("u2", "k", "a"), 0);
    new DataFiles(new FolderFiles(folder), most)
        .write("0/page", Map.of("set", rows), set -> List.of(choices));
    return new ReportFiles(folder);
  }

  @Test
  void fewRowsStayTogether() {
    ReportFiles files = written(3, "measure");
    assertThat(files.data("0/page").path("set").path("n").asInt()).isEqualTo(3);
    assertThat(files.names()).containsExactly("data/0/page.js");
  }

  @Test
  void manyRowsLieInPartsByTheFirstChoiceThatHasSeveralValues() {
    ReportFiles files = written(2, "kind", "measure");
    assertThat(files.data("0/page").path("set"))
        .hasToString("{\"by\":\"measure\",\"values\":[\"a\",null]}");
    assertThat(ReportFiles.column(files.data("0/page/set/0").path("rows"), "unit").toString())
        .isEqualTo("[\"u1\", \"u2\"]");
    assertThat(files.data("0/page/set/1").path("rows").path("n").asInt()).isEqualTo(1);
  }

  @Test
  void rowsThatNobodyChoosesByStayTogether() {
    assertThat(written(2, "kind").data("0/page").path("set").path("n").asInt()).isEqualTo(3);
  }
}
