package org.renxing.jobs.simulate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.io.WKBWriter;
import org.renxing.jobs.simulate.RemoteFiles.Feature;

/** The patches of land of {@link RemoteSample}. */
final class RemoteParcels {
  private static final GeometryFactory FACTORY = new GeometryFactory();

  private final List<RemoteCity> cities;
  private final RemoteFiles files;

  RemoteParcels(List<RemoteCity> cities, RemoteFiles files) {
    this.cities = List.copyOf(cities);
    this.files = files;
  }

  void write() {
    vacantParcels();
    lowUse();
    subsidence();
  }

  private void vacantParcels() {
    List<Feature> out = new ArrayList<>();
    for (int year : List.of(2016, 2019)) {
      for (RemoteCity city : cities) {
        for (int i = 0; i < 12; i++) {
          String id = String.format(Locale.ROOT, "%s-v%d", city.code(), i);
          String zone = RemoteSample.EVERYWHERE.get(i % RemoteSample.EVERYWHERE.size());
          // a grid, so that parcels do not overlap but where it is planted
          double[] at = city.place(zone, "vacant grid", zone);
          int place = i / RemoteSample.EVERYWHERE.size();
          at[0] += 0.004 * place;
          out.add(parcel(city, id, year, RemoteCity.square(at, 0.003)));
        }
      }
    }
    plant(out);
    files.geoJson("remote-vacant-land", "vacant-land", out);
  }

  private static Feature parcel(RemoteCity city, String id, int year, Geometry shape) {
    List<String> classes = List.of("idle", "demolished", "waste");
    return RemoteSample.feature(
        shape,
        "parcel",
        id,
        "year",
        Integer.toString(year),
        "class",
        classes.get((int) (3 * city.uniform("class", id, 0))),
        "confidence",
        RemoteSample.text(0.6 + 0.39 * city.uniform("confidence", id, year), 3));
  }

  private void lowUse() {
    List<List<String>> rows = new ArrayList<>();
    for (int year : List.of(2016, 2019)) {
      for (RemoteCity city : cities) {
        for (int i = 0; i < 9; i++) {
          rows.add(plot(city, i, year));
        }
      }
    }
    files.plant("remote-low-use", rows, 7, "BAD_GEOMETRY", r -> r.set(2, "POLYGON ((113 40, 114"));
    files.plant("remote-low-use", rows, 30, "WRONG_GEOMETRY_TYPE", r -> r.set(2, "POINT (114 40)"));
    files.plant("remote-low-use", rows, 51, "SHARE_OUT_OF_RANGE", r -> r.set(6, "1.3"));
    files.csv(
        "remote-low-use",
        "low-use",
        List.of(
            "plot",
            "year",
            "shape",
            "confidence",
            "class",
            "floor-area ratio",
            "density",
            "looks old",
            "looks disordered",
            "remark"),
        rows);
  }

  /**
   * Three of each kind: an urban village, an old residential area, industry that is poorly used.
   */
  private static List<String> plot(RemoteCity city, int i, int year) {
    String id = String.format(Locale.ROOT, "%s-l%d", city.code(), i);
    double[] at = city.place("", "low use", "");
    at[0] += 0.005 * (i % 3) - 0.005;
    int row = i / 3;
    at[1] -= 0.005 * row;
    double[][] kinds = {{1.9, 0.62, 0.7, 0.8}, {1.5, 0.35, 0.85, 0.6}, {0.4, 0.25, 0.6, 0.5}};
    double[] k = kinds[i % 3];
    Polygon shape = RemoteCity.square(at, 0.004);
    return new ArrayList<>(
        List.of(
            id,
            Integer.toString(year),
            shape.toText(),
            RemoteSample.text(0.7 + 0.29 * city.uniform("low use", id, year), 3),
            List.of("urban_village", "old_residential", "industrial").get(i % 3),
            RemoteSample.text(k[0], 2),
            RemoteSample.text(k[1], 2),
            RemoteSample.text(k[2], 2),
            RemoteSample.text(k[3], 2),
            RemoteSample.REMARK));
  }

  private void subsidence() {
    List<List<String>> rows = new ArrayList<>();
    for (int year : List.of(2016, 2019)) {
      for (RemoteCity city : cities) {
        for (int i = 0; i < 4; i++) {
          String id = String.format(Locale.ROOT, "%s-s%d", city.code(), i);
          double[] at = city.place("mining_area", "subsidence", "");
          at[1] += 0.002 * i;
          boolean isPit = i == 3;
          rows.add(
              new ArrayList<>(
                  List.of(
                      id,
                      Integer.toString(year),
                      isPit ? "pit" : "area",
                      WKBWriter.toHex(new WKBWriter().write(RemoteCity.square(at, 0.0018))),
                      isPit ? "" : RemoteSample.text(8 + 40 * city.uniform("rate", id, year), 1),
                      isPit ? RemoteSample.text(5 + 30 * city.uniform("depth", id, 0), 1) : "",
                      RemoteSample.REMARK)));
        }
      }
    }
    files.plant(
        "remote-subsidence", rows, 9, "BAD_GEOMETRY", r -> r.set(3, r.get(3).substring(0, 60)));
    files.plant("remote-subsidence", rows, 20, "NOT_A_YEAR", r -> r.set(1, "20l6"));
    files.csv(
        "remote-subsidence",
        "subsidence",
        List.of("site", "year", "kind", "shape", "rate (mm/year)", "depth (m)", "remark"),
        rows);
  }

  /** Parcels that are wrong, each of its kind, and some that are merely unusual. */
  private void plant(List<Feature> out) {
    RemoteCity city = cities.get(0);
    double[] free = city.place("", "free", "");
    free[0] -= 0.02;
    double x = free[0];
    double y = free[1];
    Geometry bow =
        FACTORY.createPolygon(
            new Coordinate[] {
              new Coordinate(x, y),
              new Coordinate(x + 0.002, y + 0.002),
              new Coordinate(x + 0.002, y),
              new Coordinate(x, y + 0.002),
              new Coordinate(x, y)
            });
    String file = "remote-vacant-land";
    files.planted(file, "planted-bow", "BAD_GEOMETRY");
    out.add(parcel(city, "planted-bow", 2019, bow));
    files.planted(file, "planted-swapped", "SWAPPED_AXES");
    out.add(parcel(city, "planted-swapped", 2019, RemoteCity.square(new double[] {y, x}, 0.002)));
    files.planted(file, "planted-far", "OUTSIDE_UNITS");
    double[] far = {x + 0.6, y};
    out.add(parcel(city, "planted-far", 2019, RemoteCity.square(far, 0.002)));
    files.planted(file, "planted-twice-b", "OVERLAP");
    double[] spot = {x + 0.006, y};
    out.add(parcel(city, "planted-twice-a", 2019, RemoteCity.square(spot, 0.002)));
    spot[0] += 0.001;
    out.add(parcel(city, "planted-twice-b", 2019, RemoteCity.square(spot, 0.002)));
    files.planted(file, "planted-sure", "CONFIDENCE_OUT_OF_RANGE");
    Feature sure = parcel(city, "planted-sure", 2019, RemoteCity.square(free, 0.001));
    List<String> properties = new ArrayList<>(sure.properties());
    properties.set(properties.indexOf("confidence") + 1, "1.4");
    out.add(new Feature(sure.geometry(), properties));
    files.planted(file, "planted-nowhere", "EMPTY_GEOMETRY");
    out.add(new Feature("null", parcel(city, "planted-nowhere", 2019, bow).properties()));
    // in two parts, and over the border of the city: sound
    Geometry parts =
        FACTORY.createMultiPolygon(
            new Polygon[] {
              RemoteCity.square(new double[] {x, y + 0.006}, 0.002),
              RemoteCity.square(new double[] {x, y + 0.01}, 0.002)
            });
    out.add(parcel(city, "two-parts", 2019, parts));
    Coordinate corner = city.outline().getCoordinates()[6];
    double[] border = {corner.x, corner.y};
    out.add(parcel(city, "over-the-border", 2019, RemoteCity.square(border, 0.004)));
  }
}
