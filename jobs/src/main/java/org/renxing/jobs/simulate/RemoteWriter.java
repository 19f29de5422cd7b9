package org.renxing.jobs.simulate;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.renxing.jobs.output.OutputFile;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;

/** Writes simulated areas, their truth and the squares of units as Parquet. */
public final class RemoteWriter {
  private static final String README = "README.txt";
  private static final long ROWS_A_PARTITION = 1_000_000;

  private RemoteWriter() {}

  /**
   * Writes the folders areas, truth and units, and a README that declares them as simulated.
   *
   * @param out a folder; made where it is missing
   * @throws RenxingException STORAGE where it holds any of them already, or cannot be written
   */
  public static void write(SparkSession spark, RemoteSimulation simulation, Path out) {
    for (String name : new String[] {"areas", "truth", "units", README}) {
      if (Files.exists(out.resolve(name))) {
        throw new RenxingException(
            ErrorCode.STORAGE,
            "simulate remote --out "
                + out
                + ": "
                + name
                + " is there already; name another folder");
      }
    }
    int least = spark.sparkContext().defaultParallelism();
    int partitions = (int) Math.max(least, simulation.rows() / ROWS_A_PARTITION);
    compiled(spark, () -> parquet(simulation.areas(spark, partitions), out.resolve("areas")));
    Dataset<Row> areas = spark.read().parquet(out.resolve("areas").toString());
    parquet(RemoteSimulation.truth(areas).coalesce(1), out.resolve("truth"));
    parquet(simulation.unitSquares(spark), out.resolve("units"));
    String readme =
        String.format(
            Locale.ROOT,
            """
            Simulated; no row is about a real place.
            areas: residential and commercial areas by year with signals of occupancy, and true_occupied.
            truth: vacancy by use, zone, unit and year, from true_occupied.
            units: squares of units as WKT, longitude and latitude.
            bin/renxing simulate remote --rows %d --units %d --years %s --seed %d
            """,
            simulation.rows(),
            simulation.units(),
            simulation.years(),
            simulation.seed());
    byte[] bytes = readme.getBytes(StandardCharsets.UTF_8);
    OutputFile.of("simulate remote --out " + out, out.resolve(README))
        .writeNew(
            stream -> {
              stream.write(bytes);
              return bytes.length;
            });
  }

  /** The JVM does not compile methods of more bytes; one method for all columns would be such. */
  private static void compiled(SparkSession spark, Runnable write) {
    String key = "spark.sql.codegen.hugeMethodLimit";
    String before = spark.conf().get(key);
    spark.conf().set(key, "8000");
    try {
      write.run();
    } finally {
      spark.conf().set(key, before);
    }
  }

  private static void parquet(Dataset<Row> frame, Path folder) {
    frame.write().mode(SaveMode.ErrorIfExists).parquet(folder.toString());
  }
}
