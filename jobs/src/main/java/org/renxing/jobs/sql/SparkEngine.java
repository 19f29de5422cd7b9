package org.renxing.jobs.sql;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.renxing.lake.Lake;
import org.renxing.lake.LakeSession;
import org.renxing.lake.ReleaseSql;
import org.renxing.lake.Releases;

/** Answers by Spark SQL, in this JVM or on a cluster. */
public final class SparkEngine implements SqlEngine {
  private final ReleaseSql sql;

  /**
   * Questions to a lake.
   *
   * @param release the release that is asked; empty where there is none yet
   */
  public SparkEngine(Lake lake, Optional<Releases.Release> release) {
    this.sql = new ReleaseSql(lake, release);
  }

  @Override
  public <T> T answer(String statement, Function<Answer, T> use) {
    return sql.answer(statement, rows -> use.apply(answer(rows)));
  }

  @Override
  public void cancel() {
    LakeSession.atWork().ifPresent(spark -> spark.sparkContext().cancelAllJobs());
  }

  private static Answer answer(Dataset<Row> rows) {
    Iterator<Row> each = rows.toLocalIterator();
    Iterator<List<Object>> values =
        new Iterator<>() {
          @Override
          public boolean hasNext() {
            return each.hasNext();
          }

          @Override
          public List<Object> next() {
            return Values.ofSpark(each.next());
          }
        };
    return new Answer(Arrays.asList(rows.columns()), values);
  }
}
