// question: Which agreements does a state, or a pair of states, have, by status, type, area and period?
// parameters:
//   country: {type: state, required: true, doc: the state or organisation asked about (code or name)}
//   partner: {type: state, doc: only agreements with this state too}
//   status: {type: vocabulary, vocabulary: agreement_statuses, doc: only with this status}
//   type: {type: vocabulary, vocabulary: agreement_types, doc: only of this kind}
//   area: {type: vocabulary, vocabulary: areas, doc: only about this area}
//   period: {type: period, doc: 'only where the date of the status can lie in it (EDTF, such as 2024 or 2023-03/2024)'}
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
MATCH (c:Country|Organization {id: $country})-[:PARTY_TO]->(g:Agreement)
WHERE ($partner IS NULL OR $partner IN g.parties)
  AND ($status IS NULL OR g.status = $status)
  AND ($type IS NULL OR g.type = $type)
  AND ($area IS NULL OR $area IN g.areas)
  AND ($period_from IS NULL OR g.date_max >= $period_from)
  AND ($period_to IS NULL OR g.date_min <= $period_to)
OPTIONAL MATCH (g)<-[:SUBJECT|OBJECT]-(s:Statement)-[:STATED_IN]->(a:Article)
WHERE s.retracted_at IS NULL
WITH g, collect(DISTINCT a.name) AS articles
RETURN g.id AS agreement, g.name AS name, g.parties AS parties, g.type AS type, g.status AS status, g.date AS date,
       g.areas AS areas, g.amount AS amount, g.currency AS currency, g.n_sources AS sources, g.evidence AS quote, articles
ORDER BY coalesce(g.date, '') DESC, g.id
