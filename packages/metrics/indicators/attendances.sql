/*
id: attendances
version: 1
kind: sum
unit: events
counts: events
title: { sv: Deltagartillfällen, en: Attendances }
definition:
  sv: Antal gånger som någon har deltagit, enligt insatsens räkneregel.
  en: Number of times that someone took part, by the activity's counting rule.
numerator:
  sv: Närvaro för inskrivna deltagare enligt räkneregeln, och besök som har räknats utan namn.
  en: Attendance of identified participants by the counting rule, and visits that were counted without names.
excluded:
  sv: Ledare och volontärer, och närvaro som räkneregeln inte räknar.
  en: Leaders and volunteers, and attendance that the counting rule does not count.
placed_by:
  sv: Dagen för närvaron eller besöket.
  en: The day of the attendance or visit.
limitation:
  sv: Tio personer vid tio tillfällen är hundra deltagartillfällen. Talet säger inte hur många personer det är.
  en: Ten people at ten sessions are a hundred attendances. The figure does not say how many people they are.
better: higher
breakdowns: [total, activity, gender, age_group, district, gender*age_group]
accrues: true
terms: [counting_rule]
needs: [attendance, headcount]
*/
select period_id, activity, person, null as gender, null as age_group, null as heads, visits as amount, 'numerator' as role
from participation
union all
select period_id, activity, null, gender, age_group, heads, visits, 'numerator'
from anonymous_attendance
