// question: What has a state done, or what was done to it, by type and period?
// parameters:
//   country: {type: state, required: true, doc: the state or organisation asked about (code or name)}
//   type: {type: vocabulary, vocabulary: event_types, doc: only events of this PLOVER type}
//   period: {type: period, doc: 'only where the date can lie in it (EDTF, such as 2024 or 2023-03/2024)'}
// columns:
//   event: id of the event
//   date: when (EDTF)
//   type: PLOVER type
//   mode: how
//   status: whether it took place
//   sources: who acts
//   targets: on whom
//   quote: the best words for it
// lists: [sources, targets]
MATCH (c:Country|Organization {id: $country})-[:PARTICIPATED_IN]->(e:Event)
WHERE ($type IS NULL OR e.type = $type)
  AND ($period_from IS NULL OR e.date_max >= $period_from)
  AND ($period_to IS NULL OR e.date_min <= $period_to)
WITH DISTINCT e
RETURN e.id AS event, e.date AS date, e.type AS type, e.mode AS mode, e.status AS status, e.sources AS sources,
       e.targets AS targets, e.evidence AS quote
ORDER BY coalesce(e.date, ''), e.id
