package org.renxing.geo;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.analysis.FunctionRegistry;
import org.apache.spark.sql.execution.SparkStrategy;
import org.apache.spark.sql.sedona_sql.UDT.UdtRegistratorWrapper;
import org.apache.spark.sql.sedona_sql.expressions.ST_Contains;
import org.apache.spark.sql.sedona_sql.expressions.ST_GeomFromWKB;
import org.apache.spark.sql.sedona_sql.expressions.ST_Intersects;
import org.apache.spark.sql.sedona_sql.expressions.ST_Point;
import org.apache.spark.sql.sedona_sql.expressions.st_constructors;
import org.apache.spark.sql.sedona_sql.expressions.st_predicates;
import org.apache.spark.sql.sedona_sql.strategy.join.JoinQueryDetector;
import scala.collection.immutable.Seq;

/**
 * The door to Apache Sedona: its types, its predicates and the planner's rule that joins by them.
 *
 * <p>Sedona's own registration is not used: it sends a message to a server of its makers, and puts
 * some three hundred functions and further rules into every later plan. Here a session gets one
 * rule and four functions when its first spatial join is made, and nothing before.
 */
final class Sedona {
  private static final String KIND = "scala_udf";

  private Sedona() {}

  /** Makes spatial joins known to a session; once is enough, again does no harm. */
  static void prepare(SparkSession spark) {
    synchronized (Sedona.class) {
      Seq<SparkStrategy> known = spark.experimental().extraStrategies();
      if (!known.exists(s -> s instanceof JoinQueryDetector)) {
        UdtRegistratorWrapper.registerAll();
        SparkStrategy joins = new JoinQueryDetector(spark);
        // by place first, even where columns must be equal too: groups are few, places many
        spark.conf().set("spark.sedona.join.optimizationmode", "all");
        register((org.apache.spark.sql.classic.SparkSession) spark);
        spark.experimental().extraStrategies_$eq(known.toList().$colon$colon(joins));
      }
    }
  }

  private static void register(org.apache.spark.sql.classic.SparkSession spark) {
    FunctionRegistry names = spark.sessionState().functionRegistry();
    names.createOrReplaceTempFunction("ST_Point", ST_Point::new, KIND);
    names.createOrReplaceTempFunction("ST_GeomFromWKB", ST_GeomFromWKB::new, KIND);
    names.createOrReplaceTempFunction("ST_Contains", ST_Contains::new, KIND);
    names.createOrReplaceTempFunction("ST_Intersects", ST_Intersects::new, KIND);
  }

  /** A point of the plane; null where a coordinate is. */
  static Column point(Column x, Column y) {
    return st_constructors.ST_Point(x, y);
  }

  /** The geometry of well-known binary. */
  static Column geometry(Column wkb) {
    return st_constructors.ST_GeomFromWKB(wkb);
  }

  /** Whether a place lies within an area and not on its border. */
  static Column contains(Column area, Column place) {
    return st_predicates.ST_Contains(area, place);
  }

  /** Whether two geometries have a place in common. */
  static Column intersects(Column one, Column other) {
    return st_predicates.ST_Intersects(one, other);
  }
}
