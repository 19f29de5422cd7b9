package org.renxing.quality;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;

/**
 * A cell that is looked at beside the others of its unit and year, with what was seen of it across
 * units: at most one note of a class.
 */
record Candidate(JudgedFigure cell, List<Note> notes) implements Serializable {

  /** What a detector saw of a cell across units, for its second stage. */
  interface Note extends Serializable {}

  Candidate {
    notes = List.copyOf(notes);
  }

  /** The note of a class, if the detector made one. */
  <T extends Note> Optional<T> note(Class<T> type) {
    for (Note note : notes) {
      if (type.isInstance(note)) {
        return Optional.of(type.cast(note));
      }
    }
    return Optional.empty();
  }

  String code() {
    return cell.figure().code();
  }
}
