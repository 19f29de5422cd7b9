package org.renxing.model;

import java.util.Locale;
import java.util.Set;

/**
 * Systems of coordinates in which a source may give places, as degrees of longitude and latitude.
 *
 * <p>CGCS2000 is taken as WGS84: both are ITRS frames on ellipsoids that differ by a tenth of a
 * millimetre, and their coordinates by centimetres to a few decimetres with the epoch (Cheng et al.
 * 2009), which is below what any observation here resolves. GCJ-02 and BD-09, in which maps for the
 * public are sold in China, are shifted by 100 to 700 m and more; they are refused, not converted,
 * since what inverts them is not published.
 */
public enum Crs {
  WGS84,
  CGCS2000;

  private static final Set<String> SHIFTED =
      Set.of("GCJ02", "GCJ2", "BD09", "BD9", "BD09LL", "BAIDU", "AMAP", "GAODE", "MARS");

  /**
   * The system of that name; letters of either case, with or without hyphens and blanks.
   *
   * @param subject what declares it, such as {@code sources.x.crs}, for the message
   * @throws RenxingException CONFIGURATION where it is shifted, unknown or not said
   */
  public static Crs of(String subject, String text) {
    String key = text.toUpperCase(Locale.ROOT).replaceAll("[\\s:_-]", "");
    return switch (key) {
      case "WGS84", "EPSG4326", "CRS84", "OGCCRS84" -> WGS84;
      case "CGCS2000", "EPSG4490" -> CGCS2000;
      default -> throw refused(subject, text, key);
    };
  }

  private static RenxingException refused(String subject, String text, String key) {
    String what =
        SHIFTED.contains(key)
            ? "is shifted against WGS84 by 100 to 700 m and is refused; convert the file first,"
                + " then declare"
            : key.isEmpty() ? "is not said and never guessed; say" : "is not known; allowed are";
    return new RenxingException(
        ErrorCode.CONFIGURATION,
        subject
            + ": coordinate system '"
            + text
            + "' "
            + what
            + " wgs84 (EPSG:4326, CRS84) or cgcs2000 (EPSG:4490)");
  }

  /** The system that a declaration says. */
  public static Crs of(String text) {
    return of("crs", text);
  }
}
