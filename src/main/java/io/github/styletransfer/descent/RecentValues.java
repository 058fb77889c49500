package io.github.styletransfer.descent;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Values that were needed lately and may be needed again; the oldest give way. */
final class RecentValues<K, V> {
  private static final float LOAD = 0.75f;

  private final Map<K, V> values;

  /**
   * Has none yet.
   *
   * @param most that are kept
   */
  RecentValues(int most) {
    this.values =
        new LinkedHashMap<>(most, LOAD, true) {
          private static final long serialVersionUID = 1L;

          @Override
          protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
            return size() > most;
          }
        };
  }

  Optional<V> get(K key) {
    return Optional.ofNullable(values.get(key));
  }

  void put(K key, V value) {
    values.put(key, value);
  }

  void clear() {
    values.clear();
  }
}
