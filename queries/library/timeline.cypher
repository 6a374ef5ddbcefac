// question: What has passed between two states, in order?
// parameters:
//   country: {type: state, required: true, doc: one state or organisation (code or name)}
//   partner: {type: state, required: true, doc: the other one}
//   period: {type: period, doc: 'only where the date can lie in it (EDTF, such as 2024 or 2023-03/2024)'}
// columns:
//   date: when (EDTF)
//   kind: event or agreement
//   type: PLOVER type of the event or kind of the instrument
//   status: where it stands
//   name: what it is called
//   quote: the best words for it
//   id: id of the event or agreement
CALL () {
  MATCH (e:Event)
  WHERE (($country IN e.sources AND $partner IN e.targets) OR ($partner IN e.sources AND $country IN e.targets)
       OR (e.symmetric AND $country IN e.sources AND $partner IN e.sources))
  AND ($period_from IS NULL OR e.date_max >= $period_from)
  AND ($period_to IS NULL OR e.date_min <= $period_to)
  RETURN e.date AS date, 'event' AS kind, e.type AS type, e.status AS status, e.name AS name, e.evidence AS quote, e.id AS id
  UNION
  MATCH (e:Agreement)
  WHERE $country IN e.parties AND $partner IN e.parties
    AND ($period_from IS NULL OR e.date_max >= $period_from)
    AND ($period_to IS NULL OR e.date_min <= $period_to)
  RETURN e.date AS date, 'agreement' AS kind, e.type AS type, e.status AS status, e.name AS name, e.evidence AS quote, e.id AS id
}
RETURN date, kind, type, status, name, quote, id
ORDER BY coalesce(date, ''), kind, id
