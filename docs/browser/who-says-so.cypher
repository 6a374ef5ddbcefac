// Who says so: the statements, articles and publishers behind the agreements of Pakistan
MATCH path = (:Country {name: 'Pakistan'})-[:PARTY_TO]->(:Agreement)<-[:SUBJECT|OBJECT]-(:Statement)-[:STATED_IN]->(:Article)
RETURN path LIMIT 200
