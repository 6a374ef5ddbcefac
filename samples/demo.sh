#!/bin/sh
# What `make demo` shows: read the samples, build the graph, ask it, write RDF. The folder is the only argument.
set -eu
demo=$1
here=$(dirname "$0")

echo "Reading the articles in $here/articles …" >&2
bilateral build "$here/articles" -w "$demo"

echo
echo "All cooperation agreements of Pakistan, with their sources:"
echo
bilateral query cooperation-agreements country=Pakistan -w "$demo" --format json |
  python -c '
import json, sys
for row in json.load(sys.stdin):
    print("  " + row["name"])
    when = " (%s)" % row["date"] if row["date"] else ""
    print("    %s, %s%s, between %s" % (row["type"], row["status"], when, " and ".join(row["parties"])))
    for article in row["articles"]:
        print("    said by: " + article)
    print("    in the words: “%s”" % " ".join(row["quote"].split()))
    print("    id: " + row["agreement"])
    print()
'
bilateral export turtle -w "$demo" -o "$demo/relations.ttl"

cat <<EOF

Where everything is:
  $demo/ledger.sqlite       every statement with its source, the only truth
  $demo/store/              the graph in the embedded store
  $demo/relations.ttl       the graph as RDF (and relations.void.ttl, which describes it)

What to try next (in this folder; '. .venv/bin/activate' once, then):
  bilateral summary Kenya Japan -w $demo
  bilateral query --list
  bilateral query meetings country=Japan partner=Kenya -w $demo
  bilateral why ID -w $demo                      with an id from above: the way back to the words
  bilateral cypher "MATCH (c:Country)-[:PARTY_TO]->(a:Agreement) RETURN c.name AS state, a.name AS agreement ORDER BY state, agreement" -w $demo
  bilateral build YOUR-ARTICLES -w my.bilateral  .txt or .jsonl; see README.md
EOF
