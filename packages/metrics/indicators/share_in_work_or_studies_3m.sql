/*
id: share_in_work_or_studies_3m
version: 1
kind: share
unit: share
counts: people
title: { sv: I arbete eller studier efter tre månader, en: In work or studies after three months }
definition:
  sv: Andel av dem som slutade för tre månader sedan som arbetar eller studerar.
  en: Share of those who left three months ago who work or study.
numerator:
  sv: De som enligt en uppgift kring uppföljningsdagen arbetar eller studerar. Avtalet säger hur många dagar före och efter som gäller.
  en: Those who by a status around the day of follow-up work or study. The agreement says how many days before and after count.
denominator:
  sv: Alla vars uppföljningsdag ligger i perioden, även de vars sysselsättning är okänd.
  en: All whose day of follow-up is in the period, those whose occupation is unknown included.
excluded:
  sv: De som skrevs in igen före uppföljningsdagen, eftersom de inte har slutat. De räknas bredvid.
  en: Those who enrolled again before the day of follow-up, since they have not left. They are counted beside.
placed_by:
  sv: Uppföljningsdagen, tre månader efter att den sista inskrivningen avslutades. Den räknas när dagarna för svar har gått ut.
  en: The day of follow-up, three months after the last engagement ended. It counts when the days for answering are over.
limitation:
  sv: 'Där svar saknas är gränserna säkrare än talet: den lägre antar att ingen okänd arbetar eller studerar, den högre att alla gör det.'
  en: 'Where answers are missing the bounds are surer than the figure: the lower takes it that nobody unknown works or studies, the upper that all do.'
better: higher
breakdowns: [total, activity, gender, age_group, district, gender*age_group]
followup_months: 3
needs: [statuses]
*/
select
    period_id,
    activity,
    person,
    case
        when came_back then 'excluded'
        when in_work_or_studies is null then 'unknown'
        when in_work_or_studies then 'numerator'
        else 'denominator'
    end as role,
    if(came_back, 'came_back', null) as reason
from followup
where months = 3
