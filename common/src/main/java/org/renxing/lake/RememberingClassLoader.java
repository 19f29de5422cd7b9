package org.renxing.lake;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Asks another loader, and remembers which classes it does not have. That one must not get further
 * jars later on.
 */
final class RememberingClassLoader extends ClassLoader {
  static {
    registerAsParallelCapable();
  }

  private final Set<String> absent = ConcurrentHashMap.newKeySet();

  RememberingClassLoader(ClassLoader parent) {
    super(parent);
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (absent.contains(name)) {
      throw new ClassNotFoundException(name);
    }
    try {
      return super.loadClass(name, resolve);
    } catch (ClassNotFoundException e) {
      absent.add(name);
      throw e;
    }
  }
}
