package org.renxing.measure;

import java.util.List;
import org.apache.spark.sql.Row;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/** Values of plain Java as cells of rows. */
public final class Cells {
  private Cells() {}

  /** The number; null for NaN, by which kernels say that there is none. */
  public static Double number(double value) {
    return Double.isNaN(value) ? null : value;
  }

  /** The text; null where it is empty. */
  public static String text(String value) {
    return value.isEmpty() ? null : value;
  }

  /** An array of structs. */
  public static Seq<Row> rows(List<Row> rows) {
    return CollectionConverters.asScala(rows).toSeq();
  }
}
