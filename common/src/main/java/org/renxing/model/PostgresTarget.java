package org.renxing.model;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The PostgreSQL database to which releases are published.
 *
 * @param url of JDBC, such as jdbc:postgresql://db.example.org/statistics
 * @param user who publishes; for want of one, the driver's usual
 * @param schema whose views show the release that was published last; schemas of releases are named
 *     after it
 * @param role that may read; empty where grants are left to the database's administrator
 * @param keep how many releases stay in the database, that of the views among them
 * @param connections over which tables are loaded side by side
 */
public record PostgresTarget(
    String url,
    Optional<String> user,
    Optional<Secret> password,
    @Key(or = "gold") String schema,
    Optional<String> role,
    @Key(or = "2", is = "1 or more") int keep,
    @Key(or = "2", is = "from 1 to 16") int connections) {
  /** The schema that tells what was published. */
  public static final String CONTROL = "renxing";

  private static final Pattern SCHEMA = Pattern.compile("(?!pg_)[a-z][a-z0-9_]{0,39}");

  public PostgresTarget {
    if (!url.startsWith("jdbc:postgresql:")) {
      throw new RenxingException(
          ErrorCode.CONFIGURATION,
          "url: begins with jdbc:postgresql: , such as"
              + " jdbc:postgresql://db.example.org/statistics");
    }
    if (!SCHEMA.matcher(schema).matches() || schema.equals(CONTROL)) {
      throw new RenxingException(
          ErrorCode.CONFIGURATION,
          "schema '"
              + schema
              + "': at most 40 lower-case letters, digits and _, and neither pg_… nor "
              + CONTROL);
    }
  }

  /** The schema of a release: {@code gold_r00012_ab12cd34}. */
  public String schemaOf(String releaseId) {
    return schema + "_" + releaseId.replace('-', '_');
  }
}
