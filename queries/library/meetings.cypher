// question: When did officials of two states meet, visit, call or negotiate?
// parameters:
//   country: {type: state, required: true, doc: one state or organisation (code or name)}
//   partner: {type: state, required: true, doc: the other one}
//   period: {type: period, doc: 'only where the date can lie in it (EDTF, such as 2024 or 2023-03/2024)'}
// columns:
//   event: id of the event
//   date: when (EDTF)
//   mode: visit, meeting, call, talks, summit or statement
//   status: whether it took place
//   sources: who acts (the visitor)
//   targets: the other side (the host)
//   officials: who took part
//   place: where
//   quote: the best words for it
// lists: [sources, targets, officials]
MATCH (e:Event {type: 'CONSULT'})
WHERE (($country IN e.sources AND $partner IN e.targets) OR ($partner IN e.sources AND $country IN e.targets)
       OR (e.symmetric AND $country IN e.sources AND $partner IN e.sources))
  AND ($period_from IS NULL OR e.date_max >= $period_from)
  AND ($period_to IS NULL OR e.date_min <= $period_to)
OPTIONAL MATCH (o:Person)-[:PARTICIPATED_IN]->(e)
WITH e, collect(DISTINCT o.name) AS officials
RETURN e.id AS event, e.date AS date, e.mode AS mode, e.status AS status, e.sources AS sources, e.targets AS targets, officials,
       e.place AS place, e.evidence AS quote
ORDER BY coalesce(e.date, ''), e.id
