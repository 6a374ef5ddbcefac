#!/bin/sh
# Measure extraction on annotated articles: GOLD holds texts/ID.txt, dev/ID.yaml and, for totals only, dev2/ID.yaml; BIN the commands.
# With event_sentences.jsonl there, the types of events between two given actors are measured as well.
# The project's own sentences are measured last.
# Where GOLD has a scorer of its own (score.py), its figures must be the same; exit code 1 where they are not.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT INT TERM

"$BIN/bilateral" extract "$GOLD/texts" -o "$work/found.jsonl"

agreed=0
for set in dev dev2; do
  test -d "$GOLD/$set" || continue
  echo "== $set"
  "$BIN/bilateral" evaluate "$GOLD/$set" "$work/found.jsonl" --texts "$GOLD/texts" > "$work/ours"
  if test "$set" = dev; then cat "$work/ours"; else grep -E '^(kind|countries|officials|agreements|events|flows|events_strict) +|^evidence:|^facts:' "$work/ours" | grep -v ': [A-Z]'; fi
  test -f "$GOLD/score.py" || continue
  "$BIN/python" "$GOLD/score.py" "$GOLD/$set" "$work/found.jsonl" --texts "$GOLD/texts" > "$work/theirs"
  ours=$(sed -n 's/^facts: F1 \([0-9.]*\).*/\1/p' "$work/ours")
  theirs=$(sed -n 's/^facts  *F1 \([0-9.]*\).*/\1/p' "$work/theirs")
  for kind in countries officials agreements events flows events_strict; do
    ours="$ours $(awk -v kind="$kind" '$1 == kind && NF == 7 { print $2, $3, $4, $5, $6, $7 }' "$work/ours")"
    theirs="$theirs $(sed -n "s/^$kind  *P \([0-9.]*\)  R \([0-9.]*\)  F1 \([0-9.]*\)  *(\([0-9]*\) of \([0-9]*\) predicted, \([0-9]*\) gold)/\1 \2 \3 \4 \5 \6/p" "$work/theirs")"
  done
  if test "$ours" = "$theirs"; then
    echo "score.py says the same: facts F1 ${theirs%% *}"
  else
    agreed=1
    echo "score.py DISAGREES:"
    cat "$work/theirs"
  fi
  echo
done
if test -f "$GOLD/event_sentences.jsonl"; then
  echo "== types of events between two given actors"
  "$BIN/python" -m bilateral.loaders.evaluation.passages "$GOLD/event_sentences.jsonl"
fi
echo
echo "== sentences written for the project"
"$BIN/python" -m bilateral.loaders.evaluation.sentences "$(dirname "$0")/../samples/sentences"
exit $agreed
