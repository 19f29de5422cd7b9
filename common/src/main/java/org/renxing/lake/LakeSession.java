package org.renxing.lake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.fs.local.RawLocalFs;
import org.apache.hadoop.security.UserGroupInformation;
import org.apache.spark.SparkConf;
import org.apache.spark.deploy.SparkHadoopUtil;
import org.apache.spark.sql.SparkSession;
import org.renxing.jvm.JvmSettings;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;
import scala.Option;

/** Starts the Spark session with which the lake is read and written. */
public final class LakeSession {
  private static final Map<String, String> REQUIRED =
      Map.of(
          "spark.sql.extensions", "io.delta.sql.DeltaSparkSessionExtension",
          "spark.sql.catalog.spark_catalog", "org.apache.spark.sql.delta.catalog.DeltaCatalog",
          "spark.sql.session.timeZone", "UTC",
          // pages of rows bear checksums, which readers compare
          "spark.hadoop.parquet.page.write-checksum.enabled", "true",
          "spark.hadoop.parquet.page.verify-checksum.enabled", "true",
          // no checksum files beside files: one that is lost or late would hide a sound file
          "spark.hadoop.fs.file.impl", RawLocalFileSystem.class.getName(),
          "spark.hadoop.fs.AbstractFileSystem.file.impl", RawLocalFs.class.getName(),
          "spark.sql.variable.substitute", "false");

  private static final String LOCAL_FOLDER = "spark.local.dir";

  /** What a JVM calls a user whose number has no name. */
  private static final String NAMELESS = "?";

  private LakeSession() {}

  /**
   * A session with the keys that Delta needs, and the given ones where Spark has no value yet.
   * Where tasks run in this JVM, this thread and those that it starts take over the class loader of
   * the tasks ({@link OneLoader}), unless there are other plugins; elsewhere executors are started
   * with the environment of the product ({@link ExecutorSettings}). Locale and time zone of this
   * JVM become those of the product ({@link JvmSettings}).
   *
   * @throws org.renxing.model.RenxingException USAGE where this JVM does not use UTF-8
   */
  public static SparkSession start(Map<String, String> keys) {
    JvmSettings.pin();
    nameUser();
    Map<String, String> all = new LinkedHashMap<>(keys);
    all.putAll(REQUIRED);
    boolean isNew = atWork().isEmpty();
    boolean isOurs = isNew && isEmbedded(keys);
    if (isNew) {
      requireTemporaryFolder(all);
    }
    if (isOurs) {
      OneLoader.complete(all);
      OneLoader.remember();
    } else if (isNew) {
      ExecutorSettings.complete(all);
    }
    SparkSession.Builder builder = SparkSession.builder().appName("renxing");
    all.forEach(builder::config);
    SparkSession spark =
        isNew && !isOurs
            ? ClusterSession.start(master(keys), builder::getOrCreate)
            : builder.getOrCreate();
    if (isOurs) {
      OneLoader.adopt();
    }
    return spark;
  }

  /**
   * How files are reached, as a session with these keys would have it; no session is started.
   *
   * @throws org.renxing.model.RenxingException USAGE where this JVM does not use UTF-8
   */
  public static Configuration hadoop(Map<String, String> keys) {
    JvmSettings.pin();
    nameUser();
    SparkConf all = new SparkConf();
    keys.forEach(all::set);
    REQUIRED.forEach(all::set);
    return SparkHadoopUtil.get().newConfiguration(all);
  }

  /** The session that is at work; empty where none was needed yet. */
  public static Optional<SparkSession> atWork() {
    Option<SparkSession> session = SparkSession.getDefaultSession();
    return session.isDefined() && !session.get().sparkContext().isStopped()
        ? Optional.of(session.get())
        : Optional.empty();
  }

  /** Whether tasks run in this JVM, by these keys. */
  public static boolean isEmbedded(Map<String, String> keys) {
    String master = master(keys);
    return master.equals("local") || master.startsWith("local[");
  }

  private static String master(Map<String, String> keys) {
    return System.getProperty("spark.master", keys.getOrDefault("spark.master", ""));
  }

  /** Stops a session. */
  public static void stop(SparkSession spark) {
    ClusterSession.ended();
    spark.stop();
  }

  /** Spark would end the process where it cannot make a folder of its own. */
  private static void requireTemporaryFolder(Map<String, String> keys) {
    boolean isElsewhere =
        keys.containsKey(LOCAL_FOLDER)
            || System.getProperty(LOCAL_FOLDER) != null
            || System.getenv("SPARK_LOCAL_DIRS") != null;
    if (isElsewhere) {
      return;
    }
    Path folder = Path.of(System.getProperty("java.io.tmpdir"));
    try {
      Files.delete(Files.createTempDirectory(folder, "renxing-"));
    } catch (IOException e) {
      throw new RenxingException(
          ErrorCode.STORAGE,
          folder
              + ": no temporary folder can be made: "
              + e.getMessage()
              + "; make room, or set TMPDIR to a folder that may be written",
          e);
    }
  }

  /**
   * Gives this process a user where the system has no name for it, as in containers whose user is a
   * number: Hadoop would refuse it.
   */
  private static void nameUser() {
    if (NAMELESS.equals(System.getProperty("user.name"))) {
      UserGroupInformation.setLoginUser(UserGroupInformation.createRemoteUser("renxing"));
    }
  }
}
