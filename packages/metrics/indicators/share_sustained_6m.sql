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
  sv: Alla vars uppföljningsdag ligger i perioden, även de som gick till annat och de vars sysselsättning är okänd.
  en: All whose day of follow-up is in the period, those who went elsewhere and those whose occupation is unknown included.
excluded:
  sv: De som skrevs in igen före uppföljningsdagen, eftersom de inte har slutat. De räknas bredvid.
  en: Those who enrolled again before the day of follow-up, since they have not left. They are counted beside.
placed_by:
  sv: Uppföljningsdagen, sex månader efter att den sista inskrivningen avslutades. Den räknas när dagarna för svar har gått ut.
  en: The day of follow-up, six months after the last engagement ended. It counts when the days for answering are over.
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
        when came_back then 'excluded'
        when end_reason not in ('work', 'studies', 'unknown') then 'denominator'
        when not in_work_or_studies then 'denominator'
        when in_work_or_studies and end_reason <> 'unknown' then 'numerator'
        else 'unknown'
    end as role,
    if(came_back, 'came_back', null) as reason
from followup
where months = 6
