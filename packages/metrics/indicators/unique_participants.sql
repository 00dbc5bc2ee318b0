/*
id: unique_participants
version: 1
kind: count
unit: people
counts: people
title: { sv: Unika deltagare, en: Unique participants }
definition:
  sv: Antal personer som har deltagit minst en gång under perioden.
  en: Number of people who took part at least once in the period.
numerator:
  sv: Personer med minst en närvaro som deltagare.
  en: People with at least one attendance as a participant.
excluded:
  sv: Ledare och volontärer, och besökare som har räknats utan att skriva in sig.
  en: Leaders and volunteers, and visitors who were counted without being identified.
placed_by:
  sv: Dagen för närvaron.
  en: The day of the attendance.
limitation:
  sv: En person räknas en gång i varje period och insats. Tal för insatser eller tertial kan därför inte läggas ihop.
  en: A person counts once in each period and activity. Figures of activities or parts of a year do not add up.
better: higher
breakdowns: [total, activity, gender, age_group, district, gender*age_group]
needs: [attendance]
*/
select period_id, activity, person, 'numerator' as role
from participation
