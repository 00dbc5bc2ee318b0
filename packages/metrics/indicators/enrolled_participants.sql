/*
id: enrolled_participants
version: 1
kind: count
unit: people
counts: people
title: { sv: Inskrivna deltagare, en: Enrolled participants }
definition:
  sv: Antal personer som har varit inskrivna någon del av perioden.
  en: Number of people who were enrolled for some part of the period.
numerator:
  sv: Personer med en inskrivning som helt eller delvis ligger i perioden.
  en: People with an engagement that overlaps the period.
placed_by:
  sv: Dagarna då inskrivningen började och slutade.
  en: The days on which the engagement began and ended.
limitation:
  sv: Att vara inskriven är inte att delta. Talet säger inte hur ofta någon har varit med.
  en: To be enrolled is not to take part. The figure does not say how often anyone did.
better: higher
breakdowns: [total, activity, gender, age_group, district, gender*age_group]
needs: [engagements]
*/
select period_id, activity, person, 'numerator' as role
from enrolment
