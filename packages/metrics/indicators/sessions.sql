/*
id: sessions
version: 1
kind: sum
unit: events
counts: events
title: { sv: Sammankomster, en: Sessions }
definition:
  sv: Antal tillfällen som någon har varit med vid.
  en: Number of sessions with anyone present.
numerator:
  sv: Tillfällen med minst en person på plats.
  en: Sessions with at least one person present.
excluded:
  sv: Planerade tillfällen som ingen kom till.
  en: Planned sessions that nobody came to.
placed_by:
  sv: Dagen för tillfället.
  en: The day of the session.
better: higher
breakdowns: [total, activity]
accrues: true
needs: [attendance, headcount]
*/
select period_id, activity, null as person, heads, sessions as amount, 'numerator' as role
from open_day
union all
select period_id, activity, person, null, null, 'behind'
from participation
