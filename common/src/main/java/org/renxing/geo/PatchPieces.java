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

  /** Share of a patch below which a piece is noise of the overlay. */
  private static final double NEGLIGIBLE = 1e-12;

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
    double least = patch.getArea() * NEGLIGIBLE;
    List<Part> out = new ArrayList<>();
    List<Geometry> met = new ArrayList<>();
    for (int i : index.near(patch)) {
      if (index.covers(i, patch)) {
        return List.of(new Part(Optional.of(index.piece(i)), patch.getArea()));
      }
      if (!index.meets(i, patch)) {
        continue;
      }
      double area = Overlay.intersection(patch, index.piece(i).plane()).getArea();
      met.add(index.piece(i).plane());
      if (area >= least && area > 0) {
        out.add(new Part(Optional.of(index.piece(i)), area));
      }
    }
    double outside = Overlay.outside(patch, met).getArea();
    if (outside >= least && outside > 0) {
      out.add(new Part(Optional.empty(), outside));
    }
    return out;
  }

  private static List<Row> rows(List<Part> parts) {
    Map<String, Part> main = new HashMap<>();
    for (Part part : parts) {
      part.piece()
          .ifPresent(p -> main.merge(p.unit(), part, (a, b) -> b.areaKm2() > a.areaKm2() ? b : a));
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
