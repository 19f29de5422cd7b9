package org.renxing.model;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * The contract of a source of fine-grained observations.
 *
 * @param files how its rows lie in its files; the mappings are the columns that must be there
 * @param idColumn what tells its observations apart, within a year; empty for grids and outlines
 * @param isCarried whether rows say their unit; else the geometry does
 * @param zoneColumn where rows say their zone
 * @param classColumn where rows say their class
 * @param geometry where rows say their place
 * @param fields what its columns are
 * @param layer of a grid: what its pixels measure; empty for other families
 * @param isInParts of outlines: whether several rows of one unit and zone are parts of its outline;
 *     else they contradict each other
 */
public record RemoteSource(
    @Key(isFlat = true) SourceSpec files,
    RemoteFamily family,
    Optional<String> idColumn,
    boolean isCarried,
    Optional<String> zoneColumn,
    Optional<String> classColumn,
    Optional<Geometry> geometry,
    Map<RemoteField, Column> fields,
    Optional<Layer> layer,
    boolean isInParts) {

  public RemoteSource {
    Map<RemoteField, Column> sorted = new EnumMap<>(RemoteField.class);
    sorted.putAll(fields);
    fields = Collections.unmodifiableMap(sorted);
  }

  /** Its name. */
  public String id() {
    return files.id();
  }

  /** Whether rows are placed by their geometry. */
  public boolean isPlaced() {
    return !isCarried && family != RemoteFamily.BOUNDARY;
  }

  /** All of it but the place of the files, as text: what its rows come to mean. */
  public String contract() {
    return files.contract()
        + family
        + idColumn
        + isCarried
        + zoneColumn
        + classColumn
        + geometry
        + fields
        + layer
        + isInParts;
  }

  /**
   * A column and the factor to the unit in which the field is kept: value · times / over.
   *
   * @param label head of the column
   */
  public record Column(String label, double times, double over) {}

  /**
   * Where the geometry of a row is.
   *
   * @param column of the geometry, or of the longitude
   * @param latitude column of the latitude, for longitude and latitude
   */
  public record Geometry(
      @Key(isFlat = true) GeometryForm form, String column, Optional<String> latitude) {}

  /**
   * A layer of a grid.
   *
   * @param name such as night_light
   * @param yearFrom regular expression that finds the year in the name of a file; its first group,
   *     if it has one, is the year
   * @param pixels what is no data, and what a value may be
   */
  public record Layer(String name, String yearFrom, PixelRules pixels) {}
}
