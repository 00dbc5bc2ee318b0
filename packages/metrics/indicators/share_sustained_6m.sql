/*
id: share_sustained_6m
version: 1
kind: share
unit: share
counts: people
title: { sv: Kvar i arbete eller studier efter sex månader, en: Still in work or studies after six months }
definition:
  sv: Andel av dem som slutade för sex månader sedan som gick till arbete eller studier då, och arbetar eller studerar nu.
  en: Share of those who left six months ago who went to work or studies then, and work or study now.
numerator:
  sv: De som hade arbete eller studier som orsak till avslutet, och som enligt en uppgift kring uppföljningsdagen arbetar eller studerar.
  en: Those whose reason for leaving was work or studies, and who by a status around the day of follow-up work or study.
denominator:
  sv: Alla vars uppföljningsdag ligger i perioden, även de som gick till annat, de som har skrivits in igen och de vars sysselsättning är okänd.
  en: All whose day of follow-up is in the period, those who went elsewhere, those who enrolled again and those whose occupation is unknown included.
placed_by:
  sv: Uppföljningsdagen, sex månader efter att den sista inskrivningen avslutades. Den som inte har hunnit svara räknas som okänd.
  en: The day of follow-up, six months after the last engagement ended. Someone who has not had time to answer counts as unknown.
limitation:
  sv: Talet ser två dagar. Vad som hände däremellan är okänt.
  en: The figure sees two days. What happened in between is unknown.
better: higher
breakdowns: [total, activity, gender, age_group, district, gender*age_group]
followup_months: 6
needs: [statuses]
*/
select
    period_id,
    activity,
    person,
    case
        when end_reason not in ('work', 'studies', 'unknown') then 'denominator'
        when not in_work_or_studies then 'denominator'
        when in_work_or_studies and end_reason <> 'unknown' then 'numerator'
        else 'unknown'
    end as role
from followup
where months = 6
