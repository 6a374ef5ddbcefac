// Everything between Kenya and Japan, one thing in the middle
MATCH path = (:Country {name: 'Kenya'})-[:PARTY_TO|PARTICIPATED_IN]->(thing)<-[:PARTY_TO|PARTICIPATED_IN]-(:Country {name: 'Japan'})
WHERE thing:Agreement OR thing:Event
RETURN path LIMIT 200
