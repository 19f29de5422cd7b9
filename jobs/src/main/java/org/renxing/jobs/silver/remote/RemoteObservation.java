package org.renxing.jobs.silver.remote;

import java.io.Serializable;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.renxing.geo.Place;
import org.renxing.jobs.bronze.BronzeRow;
import org.renxing.jobs.silver.Reason;
import org.renxing.model.RemoteFamily;
import org.renxing.model.RemoteField;

/**
 * A row of a source of fine-grained observations, judged: sound, or with what is wrong. Texts are
 * empty where there is nothing.
 *
 * @param origin the row as received
 * @param isCarried whether the row says its unit; else its place does
 * @param id what its source calls it
 * @param year 0 for none
 * @param unit where it resolved
 * @param zone of the unit
 * @param kind class that the source gives
 * @param figures that are given
 */
record RemoteObservation(
    BronzeRow origin,
    String source,
    RemoteFamily family,
    boolean isCarried,
    String id,
    int year,
    String unit,
    String zone,
    String kind,
    Place place,
    Map<RemoteField, Double> figures,
    Reason fault)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  /** The zone of what is in none. */
  static final String OTHER = "other";

  RemoteObservation {
    Map<RemoteField, Double> copy = new EnumMap<>(RemoteField.class);
    copy.putAll(figures);
    figures = Collections.unmodifiableMap(copy);
  }

  boolean isSound() {
    return fault.isNone();
  }

  /** Whether it has to be placed by its geometry. */
  boolean isOpen() {
    return isSound() && !isCarried;
  }

  /** A figure; NaN for none. */
  double figure(RemoteField field) {
    return figures.getOrDefault(field, Double.NaN);
  }

  /** The zone, or the rest of the unit where it is in none. */
  String zoneOrOther() {
    return zone.isEmpty() ? OTHER : zone;
  }

  /** The same, with a fault if it had none. */
  RemoteObservation or(Reason later) {
    return with(origin, unit, zone, kind, place, fault.or(later));
  }

  /** The same, in a zone of a unit. */
  RemoteObservation in(String itsUnit, String itsZone) {
    return with(origin, itsUnit, itsZone, kind, place, fault);
  }

  /** The same without the cells of its row, which nobody asks for where nothing is wrong. */
  RemoteObservation lean() {
    BronzeRow row =
        new BronzeRow(origin.file(), origin.number(), origin.hash(), Map.of(), "", false, 0);
    return with(row, unit, zone, kind, place, fault);
  }

  /** The same of another kind. */
  RemoteObservation of(String itsKind) {
    return with(origin, unit, zone, itsKind, place, fault);
  }

  /** The same at a place. */
  RemoteObservation at(Place itsPlace) {
    return with(origin, unit, zone, kind, itsPlace, fault);
  }

  private RemoteObservation with(BronzeRow o, String u, String z, String k, Place p, Reason f) {
    return new RemoteObservation(o, source, family, isCarried, id, year, u, z, k, p, figures, f);
  }
}
