/*
id: leavers
version: 1
kind: count
unit: people
counts: people
title: { sv: Avslutade deltagare, en: Leavers }
definition:
  sv: Antal personer vars inskrivning har avslutats under perioden och som inte är inskrivna vid dess slut.
  en: Number of people whose engagement ended in the period and who are not enrolled at its end.
numerator:
  sv: Inskrivna som inte har någon pågående inskrivning vid periodens slut.
  en: Enrolled people without any open engagement at the end of the period.
placed_by:
  sv: Dagen då den sista inskrivningen avslutades.
  en: The day on which the last engagement ended.
limitation:
  sv: Den som kommer tillbaka i en senare period räknas ändå som avslutad i denna.
  en: Someone who comes back in a later period is still a leaver in this one.
better: neither
breakdowns: [total, activity, gender, age_group, district, gender*age_group]
accrues: true
needs: [engagements]
*/
select period_id, activity, person, 'numerator' as role
from enrolment
where not open_at_end
