// Pairs of states and organisations with most agreements
MATCH (a:Country|Organization)-[:PARTY_TO]->(g:Agreement)<-[:PARTY_TO]-(b:Country|Organization)
WHERE a.id < b.id
RETURN a.name AS one, b.name AS other, count(DISTINCT g) AS agreements
ORDER BY agreements DESC, one, other
LIMIT 10
