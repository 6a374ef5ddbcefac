// All cooperation agreements of Pakistan, and their other parties
MATCH path = (:Country {name: 'Pakistan'})-[:PARTY_TO]->(:Cooperation)<-[:PARTY_TO]-(:Country|Organization)
RETURN path LIMIT 300
