package org.renxing.lake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.renxing.model.ColumnSpec.Type;
import org.renxing.model.TableName;
import org.renxing.model.TableSpec;
import org.renxing.testing.SparkExtension;

@ExtendWith(SparkExtension.class)
class LakeTest {
  private static final TableSpec SPEC =
      TableSpec.of(TableName.gold("towns"), "One row a town")
          .key("town", Type.STRING, "Town")
          .required("run_id", Type.STRING, "", "Run")
          .build();

  /** As a process leaves it that is killed between making the folder and the first commit. */
  @Test
  void folderWithoutCommitIsNoTable(@TempDir Path root, SparkSession spark) throws IOException {
    Files.createDirectories(root.resolve("gold/towns/_delta_log"));
    Lake lake = new Lake(spark, root.toString());
    assertThat(lake.version(SPEC.name())).isEmpty();
    Dataset<Row> rows = lake.shape(SPEC, spark.sql("SELECT 'Aba' AS town"), "r1");
    lake.write(SPEC, Map.of(TableState.WHOLE, new Lake.Part(rows, "f")), Map.of(), "r1", Map::of);
    assertThat(lake.version(SPEC.name())).hasValue(0L);
    List<Row> stored = lake.read(SPEC.name()).collectAsList();
    assertThat(stored).singleElement().matches(row -> row.getString(0).equals("Aba"));
    assertThat(lake.comment(SPEC.name())).contains("One row a town");
  }
}
