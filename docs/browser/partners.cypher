// The states with the most agreements between them
MATCH (a:Country)-[:PARTY_TO]->(g:Agreement)<-[:PARTY_TO]-(b:Country)
WHERE a.id < b.id
RETURN a.name AS state, b.name AS partner, count(DISTINCT g) AS agreements
ORDER BY agreements DESC, state, partner LIMIT 25
