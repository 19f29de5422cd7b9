package org.renxing.config;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.renxing.model.PerHead;
import org.renxing.model.QualityPolicy;
import org.renxing.model.QualityPolicy.Identity;

/**
 * Reads when figures are suspect, and what follows.
 *
 * @param binder knows the base indicators
 */
record QualityReader(Binder binder, PanelRulesReader panelRules) {
  Optional<QualityPolicy> read(Section s) {
    List<Identity> identities = new ArrayList<>();
    List<PerHead> perHead = new ArrayList<>();
    s.section("identities")
        .children()
        .forEach(
            (id, section) -> {
              if (isPerHead(section)) {
                panelRules.perHead(id, section).ifPresent(perHead::add);
              } else {
                binder.bind(section, Identity.class, Map.of("id", id)).ifPresent(identities::add);
              }
            });
    Map<String, Object> given = new HashMap<>(panelRules.of(s));
    given.put("identities", identities);
    given.put("perHead", perHead);
    return binder.bind(s, QualityPolicy.standard(), given);
  }

  /** Whether an identity is a rate per head rather than two expressions. */
  private static boolean isPerHead(Section s) {
    return s.has("rate") || s.has("total") || s.has("heads");
  }
}
