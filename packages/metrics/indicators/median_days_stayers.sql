/*
id: median_days_stayers
version: 1
kind: median
unit: days
counts: people
title: { sv: Mediantid för kvarvarande, en: Median time of stayers }
definition:
  sv: Hälften av dem som är inskrivna vid periodens slut har varit det i så många dagar eller färre.
  en: Half of those enrolled at the end of the period have been so for that many days or fewer.
numerator:
  sv: Dagar från start för den sista inskrivningen till och med periodens sista dag, i median.
  en: Days from the start of the last engagement up to and including the last day of the period, the median.
denominator:
  sv: Alla som är inskrivna vid periodens slut.
  en: All who are enrolled at the end of the period.
placed_by:
  sv: Periodens sista dag, eller dagen som uppgifterna gäller om perioden inte är slut.
  en: The last day of the period, or the day that the figures speak of when the period is not over.
limitation:
  sv: Tiden är inte slut. Talet säger inte hur länge deltagarna kommer att stanna.
  en: The time is not over. The figure does not say how long participants will stay.
better: neither
breakdowns: [total, activity, gender, age_group, district, gender*age_group]
needs: [engagements]
*/
select
    enrolment.period_id,
    enrolment.activity,
    enrolment.person,
    period.last_day - enrolment.start_date + 1 as amount,
    'numerator' as role
from enrolment
join period using (period_id)
where enrolment.open_at_end
