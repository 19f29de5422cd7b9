#!/usr/bin/env bash
# Thirty nightlies in a row, each after one row of a source has changed: what a run takes and how
# large the lake is by then, as CSV on standard output.
#
#   thirty-nightlies.sh [--maintain] [--runs N] [--keep N] [FOLDER]
#
# FOLDER (a temporary one by default) gets a copy of the samples, the configuration and the lake.
# With --maintain each run ends with upkeep, of which no grace is asked: the runs follow each other
# in minutes and not in days. RENXING_LAUNCHER is the program to run (bin/renxing of this checkout).
set -euo pipefail

project=$(cd "$(dirname "${BASH_SOURCE[0]}")/../../../.." && pwd)
launcher=${RENXING_LAUNCHER:-$project/bin/renxing}
runs=30 keep=3 maintain="" folder=""
while [ $# -gt 0 ]; do
  case "$1" in
    --maintain) maintain=yes ;;
    --runs) runs=$2; shift ;;
    --keep) keep=$2; shift ;;
    *) folder=$1 ;;
  esac
  shift
done
folder=${folder:-$(mktemp -d)}
mkdir -p "$folder"
cp -r "$project/conf" "$project/data-samples" "$folder"
samples=("$folder/data-samples/city-economy/city-economy-simulated-2012-2021.csv"
  "$folder/data-samples/city-industry/city-industry-simulated-2012-2021.csv")
options=()
if [ -n "$maintain" ]; then
  options=(--maintain --set "lake.maintain.keep=$keep" --set lake.maintain.grace-minutes=0)
fi

# Makes a figure of a city and year larger by a hundredth: by turns of one source and the other, and
# each time in another column. Files may be in GBK.
change() { # number of the run
  local sample=${samples[$(($1 % 2))]}
  LC_ALL=C awk -F, -v OFS=, -v CONVFMT=%.2f -v at="$(($1 * 50))" -v column="$((4 + $1 * 7 % 15))" \
    'NR == at { $column = $column * 1.01 } { print }' "$sample" > "$sample.new"
  cmp -s "$sample" "$sample.new" && { echo "line $(($1 * 50)) is as it was" >&2; exit 1; }
  mv "$sample.new" "$sample"
}

echo "run,seconds,bytes,files"
for ((run = 1; run <= runs; run++)); do
  [ "$run" -eq 1 ] || change "$run"
  begin=$(date +%s.%N)
  RENXING_HOME=$folder "$launcher" nightly --quiet "${options[@]}" 2> "$folder/run-$run.err" \
    || { cat "$folder/run-$run.err" >&2; exit 1; }
  seconds=$(awk -v a="$begin" -v b="$(date +%s.%N)" 'BEGIN { printf "%.1f", b - a }')
  bytes=$(find "$folder/lake" -type f -printf '%s\n' | awk '{ n += $1 } END { print n }')
  files=$(find "$folder/lake" -type f | wc -l)
  echo "$run,$seconds,$bytes,$files"
done
