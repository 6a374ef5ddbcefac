// question: Which goods, money and people move between two states?
// parameters:
//   country: {type: state, required: true, doc: one state or organisation (code or name)}
//   partner: {type: state, required: true, doc: the other one}
//   period: {type: period, doc: 'only where the date can lie in it (EDTF, such as 2024 or 2023-03/2024)'}
// columns:
//   kind: kind of flow (an edge type)
//   from: the state that sells, gives, lends or sends
//   to: the other one
//   commodity: what moves
//   quantity: how much
//   unit: of the quantity
//   amount: the sum, written out
//   currency: of the sum (ISO 4217)
//   period: when (EDTF)
//   sources: how many independent sources say so
//   quote: the best words for it
MATCH (a:Country|Organization)-[f:EXPORTS_TO|AIDS|LENDS_TO|INVESTS_IN|REMITS_TO|ARMS|SENDS_PEOPLE_TO]->(b:Country|Organization)
WHERE ((a.id = $country AND b.id = $partner) OR (a.id = $partner AND b.id = $country))
  AND ($period_from IS NULL OR f.to_max >= $period_from)
  AND ($period_to IS NULL OR f.from_min <= $period_to)
RETURN type(f) AS kind, a.id AS from, b.id AS to, f.commodity AS commodity, f.quantity AS quantity, f.unit AS unit,
       f.amount AS amount, f.currency AS currency, f.from AS period, f.n_sources AS sources, f.evidence AS quote
ORDER BY kind, from, to, coalesce(f.from, ''), f.id
