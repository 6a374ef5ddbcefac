// question: Which cooperation agreements does a state have, and who says so?
// parameters:
//   country: {type: state, required: true, doc: the state or organisation asked about (code or name)}
// columns:
//   agreement: id of the agreement
//   name: its title
//   parties: codes of all parties
//   type: kind of instrument
//   status: the latest status that a source asserts
//   date: when that status holds (EDTF)
//   areas: what it is about
//   amount: the sum, written out
//   currency: of the sum (ISO 4217)
//   sources: how many independent sources say so
//   quote: the best words for it
//   articles: the articles that say so
// lists: [parties, areas, articles]
MATCH (c:Country|Organization {id: $country})-[:PARTY_TO]->(g:Cooperation)
OPTIONAL MATCH (g)<-[:SUBJECT|OBJECT]-(s:Statement)-[:STATED_IN]->(a:Article)
WHERE s.retracted_at IS NULL
WITH g, collect(DISTINCT a.name) AS articles
RETURN g.id AS agreement, g.name AS name, g.parties AS parties, g.type AS type, g.status AS status, g.date AS date,
       g.areas AS areas, g.amount AS amount, g.currency AS currency, g.n_sources AS sources, g.evidence AS quote, articles
ORDER BY coalesce(g.date, '') DESC, g.id
