/*
id: stayers
version: 1
kind: count
unit: people
counts: people
title: { sv: Kvarvarande deltagare, en: Stayers }
definition:
  sv: Antal personer som är inskrivna vid periodens slut.
  en: Number of people who are enrolled at the end of the period.
numerator:
  sv: Inskrivna med en pågående inskrivning vid periodens slut.
  en: Enrolled people with an open engagement at the end of the period.
placed_by:
  sv: Periodens sista dag.
  en: The last day of the period.
limitation:
  sv: Kvarvarande och avslutade är tillsammans alla inskrivna.
  en: Stayers and leavers are together all who were enrolled.
better: neither
breakdowns: [total, activity, gender, age_group, district, gender*age_group]
needs: [engagements]
*/
select period_id, activity, person, 'numerator' as role
from enrolment
where open_at_end
