/*
id: share_in_work_or_studies_12m
version: 1
kind: share
unit: share
counts: people
title: { sv: I arbete eller studier efter tolv månader, en: In work or studies after twelve months }
definition:
  sv: Andel av dem som slutade för tolv månader sedan som arbetar eller studerar.
  en: Share of those who left twelve months ago who work or study.
numerator:
  sv: De som enligt en uppgift kring uppföljningsdagen arbetar eller studerar. Avtalet säger hur många dagar före och efter som gäller.
  en: Those who by a status around the day of follow-up work or study. The agreement says how many days before and after count.
denominator:
  sv: Alla vars uppföljningsdag ligger i perioden, även de som har skrivits in igen och de vars sysselsättning är okänd.
  en: All whose day of follow-up is in the period, those who enrolled again and those whose occupation is unknown included.
placed_by:
  sv: Uppföljningsdagen, tolv månader efter att den sista inskrivningen avslutades. Den som inte har hunnit svara räknas som okänd.
  en: The day of follow-up, twelve months after the last engagement ended. Someone who has not had time to answer counts as unknown.
limitation:
  sv: 'Där svar saknas är gränserna säkrare än talet: den lägre antar att ingen okänd arbetar eller studerar, den högre att alla gör det.'
  en: 'Where answers are missing the bounds are surer than the figure: the lower takes it that nobody unknown works or studies, the upper that all do.'
better: higher
breakdowns: [total, activity, gender, age_group, district, gender*age_group]
followup_months: 12
needs: [statuses]
*/
select
    period_id,
    activity,
    person,
    case
        when in_work_or_studies is null then 'unknown'
        when in_work_or_studies then 'numerator'
        else 'denominator'
    end as role
from followup
where months = 12
