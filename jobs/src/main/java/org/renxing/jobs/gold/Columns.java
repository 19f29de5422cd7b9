package org.renxing.jobs.gold;

import java.util.List;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/** Names of join columns in the form that Spark's Java interface asks for. */
final class Columns {
  private Columns() {}

  static Seq<String> named(String... names) {
    return CollectionConverters.asScala(List.of(names)).toSeq();
  }
}
