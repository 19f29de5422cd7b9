package org.renxing.lake;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;

/**
 * Which releases upkeep keeps, which it takes off the list, and whose files stay for now.
 *
 * @param kept ids that stay on the list
 * @param removed ids that go off it now
 * @param readable releases whose versions are held: those that are kept, and those that went off
 *     the list so shortly ago that a reader may be at them
 */
record HeldReleases(
    NavigableSet<String> kept, List<String> removed, Collection<Releases.Release> readable) {

  static HeldReleases of(Lake lake, UpkeepPolicy policy, Instant now) {
    SortedMap<String, Releases.Release> all = new Releases(lake).everything();
    ReleaseMarks marks = ReleaseMarks.of(lake);
    NavigableSet<String> listed = new TreeSet<>(all.keySet());
    listed.removeIf(id -> marks.gone(id).isPresent());
    Set<String> newest =
        new HashSet<>(listed.descendingSet().stream().limit(policy.keep()).toList());
    NavigableSet<String> kept = new TreeSet<>(listed);
    kept.removeIf(
        id -> !newest.contains(id) && marks.names(id).isEmpty() && !policy.frozen().contains(id));
    List<String> removed = listed.stream().filter(id -> !kept.contains(id)).toList();
    Instant due = now.minus(policy.grace());
    List<Releases.Release> readable =
        all.values().stream()
            .filter(
                release -> {
                  Optional<Instant> gone =
                      removed.contains(release.id())
                          ? Optional.of(now)
                          : marks.gone(release.id()).map(ReleaseMarks.Gone::at);
                  return gone.filter(at -> !at.isAfter(due)).isEmpty();
                })
            .toList();
    return new HeldReleases(kept, removed, readable);
  }
}
