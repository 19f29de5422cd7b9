package org.renxing.jobs.simulate;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.locationtech.jts.geom.Geometry;
import org.renxing.intake.ReferenceFile;

/**
 * A small sample of fine-grained observations of some resource-based cities, with deliberate
 * defects: outlines and zones, residential and commercial areas, vacant parcels, low-use land,
 * sinking ground, street views and night light. All of it is made up.
 */
public final class RemoteSample {
  /** The cities around whose seats it lies. */
  static final List<String> CITIES =
      List.of("210500", "140200", "230600", "420200", "620400", "341300");

  static final List<String> EVERYWHERE = List.of("old_town", "new_town", "mining_area", "");
  private static final List<Integer> YEARS = List.of(2013, 2016, 2019);
  static final String REMARK = "simulated";

  /** The signals: bias, slope and spread of what each says of the share that is occupied. */
  private static final double[][] SIGNALS = {
    {0.05, 0.9, 0.08}, {0, 0.85, 0.1}, {0.1, 0.7, 0.12}, {0, 0.97, 0.05}, {0.02, 0.95, 0.06}
  };

  private final List<RemoteCity> cities;
  private final RemoteFiles files;

  private RemoteSample(List<RemoteCity> cities, Path reference, Path out) {
    this.cities = cities;
    this.files = new RemoteFiles(reference, out);
  }

  /**
   * Writes all files, over those that are there.
   *
   * @param reference folder of units.csv, which has the seats
   * @param out folder of the samples
   */
  public static SimulationReport write(long seed, Path reference, Path out) {
    List<RemoteCity> cities = new ArrayList<>();
    ReferenceFile.read(reference.resolve("units.csv")).rows().stream()
        .filter(u -> CITIES.contains(u.text("unit_id")) && u.text("valid_to").isEmpty())
        .forEach(
            u ->
                cities.add(
                    new RemoteCity(
                        CITIES.indexOf(u.text("unit_id")),
                        u.text("unit_id"),
                        u.number("lon"),
                        u.number("lat"),
                        seed)));
    RemoteSample sample = new RemoteSample(cities, reference, out);
    sample.zones();
    sample.housing();
    sample.commercial();
    new RemoteParcels(cities, sample.files).write();
    sample.streetViews();
    sample.nightLight();
    return sample.files.report();
  }

  private void zones() {
    List<RemoteFiles.Feature> out = new ArrayList<>();
    for (RemoteCity city : cities) {
      out.add(feature(city.outline(), "code", city.code(), "zone", ""));
      RemoteCity.ZONES.forEach(z -> out.add(feature(city.zone(z), "code", city.code(), "zone", z)));
    }
    files.geoJson("remote-zones", "zones", out);
  }

  static RemoteFiles.Feature feature(Geometry geometry, String... properties) {
    List<String> all = new ArrayList<>(List.of(properties));
    all.addAll(List.of("remark", REMARK));
    return new RemoteFiles.Feature(RemoteFiles.geoJson(geometry), all);
  }

  private void housing() {
    List<List<String>> rows = new ArrayList<>();
    for (int year : YEARS) {
      for (RemoteCity city : cities) {
        for (int i = 0; i < 24; i++) {
          rows.add(area(city, i, year));
        }
      }
    }
    List<String> head =
        List.of(
            "area",
            "year",
            "lon",
            "lat",
            "dwellings",
            "by signalling",
            "by LBS",
            "by night light",
            "by water",
            "by electricity",
            "audited",
            "audited lived in",
            "remark");
    files.plant("remote-housing", rows, 5, "SWAPPED_AXES", r -> swap(r, 2, 3));
    files.plant("remote-housing", rows, 40, "OUTSIDE_UNITS", r -> r.set(2, plus(r.get(2), 0.4)));
    files.plant("remote-housing", rows, 77, "BAD_GEOMETRY", r -> r.set(3, "north"));
    files.plant("remote-housing", rows, 120, "NO_UNITS", r -> r.set(4, "0"));
    files.plant("remote-housing", rows, 160, "NOT_A_NUMBER", r -> r.set(5, "n.a."));
    files.plant("remote-housing", rows, 200, "OCCUPIED_ABOVE_TOTAL", r -> r.set(6, "999999"));
    files.plant("remote-housing", rows, 231, "OCCUPIED_ABOVE_TOTAL", r -> audit(r, "80", "81"));
    files.plant("remote-housing", rows, 300, "DUPLICATE_ID", r -> r.set(0, rows.get(299).get(0)));
    files.csv("remote-housing", "housing", head, rows);
  }

  private static List<String> area(RemoteCity city, int i, int year) {
    String id = city.code() + "-" + i;
    String zone = EVERYWHERE.get(i % EVERYWHERE.size());
    double[] at = city.place(zone, "housing", id);
    double units = Math.rint(200 + 1800 * city.uniform("dwellings", id, 0));
    double p = Math.min(0.99, city.occupancy(zone, year) + 0.05 * city.normal("lived in", id, 0));
    List<String> out = new ArrayList<>();
    out.addAll(List.of(id, Integer.toString(year), text(at[0], 6), text(at[1], 6)));
    out.add(text(units, 0));
    for (int k = 0; k < SIGNALS.length; k++) {
      double[] s = SIGNALS[k];
      double rate = s[0] + s[1] * p + s[2] * city.normal("signal " + k, id, year);
      boolean isGap = k >= 3 && city.uniform("gap " + k, id, year) < 0.3;
      out.add(isGap ? "" : text(Math.max(0, rate * units), 1));
    }
    boolean isAudited = year == 2016 && i % 3 == 0;
    double looked = Math.rint(60 + 40 * city.uniform("audit", id, year));
    out.add(isAudited ? text(looked, 0) : "");
    out.add(isAudited ? text(Math.rint(looked * p), 0) : "");
    out.add(REMARK);
    return out;
  }

  private void commercial() {
    List<List<String>> rows = new ArrayList<>();
    for (int year : YEARS) {
      for (RemoteCity city : cities) {
        for (int i = 0; i < 8; i++) {
          String id = city.code() + "-street-" + i;
          String zone = EVERYWHERE.get(i % EVERYWHERE.size());
          double shops = Math.rint(20 + 100 * city.uniform("shops", id, 0));
          double open = Math.rint(shops * (city.occupancy(zone, year) - 0.05));
          rows.add(
              new ArrayList<>(
                  List.of(
                      id,
                      city.code(),
                      zone,
                      Integer.toString(year),
                      text(shops, 0),
                      text(open, 0),
                      REMARK)));
        }
      }
    }
    files.plant("remote-commercial", rows, 11, "UNKNOWN_UNIT", r -> r.set(1, "999999"));
    files.plant("remote-commercial", rows, 60, "OCCUPIED_ABOVE_TOTAL", r -> r.set(5, "500"));
    files.csv(
        "remote-commercial",
        "commercial",
        List.of("street", "code", "zone", "year", "shops", "open", "remark"),
        rows);
  }

  private void streetViews() {
    List<List<String>> rows = new ArrayList<>();
    for (RemoteCity city : cities) {
      for (int i = 0; i < 36; i++) {
        String id = String.format(Locale.ROOT, "%s-p%d", city.code(), i);
        String zone = EVERYWHERE.get(i % EVERYWHERE.size());
        double[] at = city.place(zone, "street", id);
        List<String> row = new ArrayList<>(List.of(id, "2019", text(at[0], 6), text(at[1], 6)));
        double base = 1 - city.occupancy(zone, 2019);
        for (int d = 0; d < 5; d++) {
          double score = base + 0.1 + 0.08 * city.normal("disorder " + d, id, 2019);
          boolean isGap = d == 1 && city.uniform("no shop front", id, 2019) < 0.25;
          row.add(isGap ? "" : text(Math.min(1, Math.max(0, score)), 3));
        }
        row.add(REMARK);
        rows.add(row);
      }
    }
    files.plant("remote-street-view", rows, 17, "SHARE_OUT_OF_RANGE", r -> r.set(6, "1.7"));
    files.plant("remote-street-view", rows, 90, "NO_SCORE", r -> r.replaceAll(c -> unscored(r, c)));
    files.csv(
        "remote-street-view",
        "street-view",
        List.of(
            "point",
            "year",
            "lon",
            "lat",
            "buildings",
            "shop fronts",
            "greening",
            "roads",
            "infrastructure",
            "remark"),
        rows);
  }

  private static String unscored(List<String> row, String cell) {
    return row.indexOf(cell) >= 4 && !cell.equals(REMARK) ? "" : cell;
  }

  private void nightLight() {
    int size = 25;
    double step = 0.01;
    for (int year : List.of(2016, 2019)) {
      for (RemoteCity city : cities) {
        double west = RemoteCity.round(city.lon() - size * step / 2);
        double north = RemoteCity.round(city.lat() + size * step / 2);
        double[][] light = new double[size][size];
        for (int r = 0; r < size; r++) {
          for (int c = 0; c < size; c++) {
            double far = StrictMath.hypot(r - size / 2.0, c - size / 2.0);
            double noise = 0.1 * city.uniform("light", r + ":" + c, year);
            light[r][c] = 40 * StrictMath.exp(-far / 5) * (1 + noise) * (1 - 0.01 * (year - 2013));
          }
        }
        light[0][0] = -9999;
        files.raster("remote-night-light", city.code() + "-" + year, light, west, north, step);
      }
    }
  }

  private static void swap(List<String> row, int a, int b) {
    String kept = row.get(a);
    row.set(a, row.get(b));
    row.set(b, kept);
  }

  private static void audit(List<String> row, String units, String occupied) {
    row.set(10, units);
    row.set(11, occupied);
  }

  private static String plus(String degrees, double more) {
    return text(Double.parseDouble(degrees) + more, 6);
  }

  static String text(double value, int decimals) {
    return String.format(Locale.ROOT, "%." + decimals + "f", value);
  }
}
