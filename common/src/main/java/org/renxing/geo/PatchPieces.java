package org.renxing.geo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;

/** Splits one patch at the borders of units and zones; see {@link SpatialJoin#patches}. */
final class PatchPieces implements UDF1<byte[], List<Row>> {
  private static final long serialVersionUID = 1L;

  static final StructType PIECE =
      new StructType()
          .add("unit_id", DataTypes.StringType)
          .add("zone", DataTypes.StringType)
          .add("area_km2", DataTypes.DoubleType)
          .add("is_main_piece", DataTypes.BooleanType);

  static final ArrayType PIECES = DataTypes.createArrayType(PIECE, false);

  /** Share of a patch below which a piece is no more than the drawing of borders. */
  private static final double NEGLIGIBLE = 1e-7;

  /** Areas closer than this are equal. */
  private static final double EQUAL = 1 + 1e-9;

  private final Broadcast<List<ZonePiece>> zones;
  private transient Optional<ZoneIndex> index;

  PatchPieces(Broadcast<List<ZonePiece>> zones) {
    this.zones = zones;
  }

  @Override
  public List<Row> call(byte[] wkb) throws ParseException {
    if (wkb == null) {
      return List.of();
    }
    if (index == null || index.isEmpty()) {
      index = Optional.of(new ZoneIndex(zones.value()));
    }
    return rows(split(new WKBReader().read(wkb), index.get()));
  }

  /** The pieces of a patch, in the order of units and zones; what lies outside comes last. */
  static List<Part> split(Geometry patch, ZoneIndex index) {
    List<Part> out = new ArrayList<>();
    List<Geometry> met = new ArrayList<>();
    for (int i : index.near(patch)) {
      if (index.covers(i, patch)) {
        return List.of(new Part(Optional.of(index.piece(i)), patch.getArea()));
      }
      if (index.meets(i, patch)) {
        Geometry plane = index.piece(i).plane();
        met.add(plane);
        double area = Overlay.intersection(patch, plane).getArea();
        out.add(new Part(Optional.of(index.piece(i)), area));
      }
    }
    out.add(new Part(Optional.empty(), Overlay.outside(patch, met).getArea()));
    return withoutSlivers(out, patch.getArea() * NEGLIGIBLE);
  }

  /** Slivers are counted to the largest part, so that the area stays. */
  private static List<Part> withoutSlivers(List<Part> parts, double least) {
    double slivers = parts.stream().mapToDouble(Part::areaKm2).filter(a -> a < least).sum();
    List<Part> out = new ArrayList<>(parts.stream().filter(p -> p.areaKm2() >= least).toList());
    int largest = 0;
    for (int i = 1; i < out.size(); i++) {
      largest = out.get(i).areaKm2() > out.get(largest).areaKm2() ? i : largest;
    }
    out.set(largest, new Part(out.get(largest).piece(), out.get(largest).areaKm2() + slivers));
    return out;
  }

  private static List<Row> rows(List<Part> parts) {
    Map<String, Part> main = new HashMap<>();
    for (Part part : parts) {
      part.piece()
          .ifPresent(
              p -> main.merge(p.unit(), part, (a, b) -> b.areaKm2() > a.areaKm2() * EQUAL ? b : a));
    }
    return parts.stream()
        .map(
            part ->
                RowFactory.create(
                    part.piece().map(ZonePiece::unit).orElse(null),
                    part.piece().map(ZonePiece::zone).orElse(null),
                    part.areaKm2(),
                    main.containsValue(part)))
        .toList();
  }

  /**
   * A part of a patch.
   *
   * @param piece in which it lies; empty outside all
   */
  record Part(Optional<ZonePiece> piece, double areaKm2) {}
}
