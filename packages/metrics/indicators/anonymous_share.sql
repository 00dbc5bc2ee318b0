/*
id: anonymous_share
version: 1
kind: share
unit: share
counts: events
title: { sv: Andel besök utan namn, en: Share of visits without identity }
definition:
  sv: Andel av deltagartillfällena där ingen har skrivit in sig.
  en: Share of attendances in which nobody was identified.
numerator:
  sv: Besök som har räknats utan namn.
  en: Visits that were counted without names.
denominator:
  sv: Alla deltagartillfällen enligt insatsens räkneregel.
  en: All attendances by the counting rule of the activity.
placed_by:
  sv: Dagen för besöket.
  en: The day of the visit.
limitation:
  sv: Ju högre andel, desto mindre säger talen om personer. Intervallet behandlar besöken som oberoende av varandra.
  en: The higher the share, the less do figures about people say. The interval treats visits as independent of each other.
better: neither
breakdowns: [total, activity]
terms: [counting_rule]
needs: [attendance, headcount]
*/
select period_id, activity, person, null as heads, visits as amount, 'denominator' as role
from participation
union all
select period_id, activity, null, heads, visits, 'numerator'
from anonymous_attendance
