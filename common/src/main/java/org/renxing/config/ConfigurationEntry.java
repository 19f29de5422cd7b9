package org.renxing.config;

/**
 * One leaf of the merged configuration, as {@code config show} prints it.
 *
 * @param value in HOCON; {@code ***} for a secret
 * @param origin file and line, or {@code --set}
 */
public record ConfigurationEntry(String path, String value, String origin) {}
