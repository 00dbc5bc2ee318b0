/*
id: visits_per_open_day
version: 1
kind: ratio
unit: events_per_day
counts: events
title: { sv: Besök per öppen dag, en: Visits per open day }
definition:
  sv: Antal deltagartillfällen per dag med verksamhet.
  en: Number of attendances per day with activity.
numerator:
  sv: Deltagartillfällen enligt insatsens räkneregel.
  en: Attendances by the counting rule of the activity.
denominator:
  sv: Dagar med minst ett tillfälle som någon var med vid.
  en: Days with at least one session with anyone present.
excluded:
  sv: Dagar utan verksamhet.
  en: Days without activity.
placed_by:
  sv: Dagen för besöket.
  en: The day of the visit.
limitation:
  sv: Ett medelvärde. Enskilda dagar kan ha många fler eller färre besök.
  en: An average. Single days may have many more or fewer visits.
better: higher
breakdowns: [total, activity]
terms: [counting_rule]
needs: [attendance, headcount]
*/
select period_id, activity, person, null as heads, visits as amount, 'numerator' as role
from participation
union all
select period_id, activity, null, heads, visits, 'numerator'
from anonymous_attendance
union all
select period_id, activity, null, null, 1, 'denominator'
from open_day
