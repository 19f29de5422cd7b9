# Sourced by the launchers, which run under cron and in containers where no locale is set: puts this
# process and those that it starts under a UTF-8 locale, from which a JVM takes the encoding of file
# names and arguments. Where the system has none, C.UTF-8 is set all the same and the JVM refuses.
# shellcheck shell=bash
utf_8_locale() {
  local candidate
  command -v locale >/dev/null 2>&1 || { echo C.UTF-8 && return; } # as with musl, where all are UTF-8
  for candidate in C.UTF-8 en_US.UTF-8; do
    [ "$(env LC_ALL=$candidate locale charmap 2>/dev/null)" != UTF-8 ] || { echo "$candidate" && return; }
  done
  candidate=$(locale -a 2>/dev/null | grep -iE '\.utf-?8$' | head -n 1) || true
  echo "${candidate:-C.UTF-8}"
}
export LC_ALL="$(utf_8_locale)" 2>/dev/null
