/*
id: median_days_leavers
version: 1
kind: median
unit: days
counts: people
title: { sv: Mediantid för avslutade, en: Median time of leavers }
definition:
  sv: Hälften av dem som slutat under perioden var inskrivna så många dagar eller färre.
  en: Half of those who left in the period were enrolled for that many days or fewer.
numerator:
  sv: Dagar från start till slut för den sista inskrivningen, i median.
  en: Days from start to end of the last engagement, the median.
denominator:
  sv: Alla som har slutat under perioden.
  en: All who left in the period.
placed_by:
  sv: Dagen då den sista inskrivningen avslutades.
  en: The day on which the last engagement ended.
limitation:
  sv: Bara den sista inskrivningen räknas. De som är kvar länge syns inte förrän de slutar.
  en: Only the last engagement counts. Those who stay long are not seen until they leave.
better: neither
breakdowns: [total, activity, gender, age_group, district, gender*age_group]
needs: [engagements]
*/
select period_id, activity, person, end_date - start_date as amount, 'numerator' as role
from enrolment
where not open_at_end
