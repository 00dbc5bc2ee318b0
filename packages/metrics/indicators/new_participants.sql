/*
id: new_participants
version: 1
kind: count
unit: people
counts: people
title: { sv: Nya deltagare, en: New participants }
definition:
  sv: Antal deltagare under perioden som inte har deltagit i avtalet före den.
  en: Number of participants in the period who had not taken part in the agreement before it.
numerator:
  sv: Deltagare vars första närvaro i avtalet ligger i perioden.
  en: Participants whose first attendance in the agreement lies in the period.
excluded:
  sv: Ledare och volontärer, och besökare som har räknats utan att skriva in sig.
  en: Leaders and volunteers, and visitors who were counted without being identified.
placed_by:
  sv: Dagen för den första närvaron i avtalet.
  en: The day of the first attendance in the agreement.
limitation:
  sv: Den som börjar i en ny insats men redan har deltagit i en annan räknas inte som ny.
  en: Someone who begins in a new activity but has taken part in another is not counted as new.
better: higher
breakdowns: [total, activity, gender, age_group, district, gender*age_group]
accrues: true
needs: [attendance]
*/
select participation.period_id, participation.activity, participation.person, 'numerator' as role
from participation
join period using (period_id)
join first_visit using (agreement, person)
where first_visit.date >= period.period_start
