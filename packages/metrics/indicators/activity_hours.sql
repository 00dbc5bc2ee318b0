/*
id: activity_hours
version: 1
kind: sum
unit: hours
counts: events
title: { sv: Verksamhetstimmar, en: Activity hours }
definition:
  sv: Sammanlagd tid för de tillfällen som någon har varit med vid.
  en: Total time of the sessions with anyone present.
numerator:
  sv: Timmar för varje tillfälle, en gång oavsett hur många som var med.
  en: The hours of each session, once however many were there.
excluded:
  sv: Tillfällen utan uppgift om tid. De räknas bredvid som okända.
  en: Sessions without a noted time. They are counted beside as unknown.
placed_by:
  sv: Dagen för tillfället.
  en: The day of the session.
better: higher
breakdowns: [total, activity]
accrues: true
needs: [attendance, headcount]
*/
select period_id, activity, null as person, heads, minutes / 60 as amount, 'numerator' as role
from open_day
union all
select period_id, activity, null, null, untimed_sessions, 'unknown'
from open_day
union all
select period_id, activity, person, null, null, 'behind'
from participation
