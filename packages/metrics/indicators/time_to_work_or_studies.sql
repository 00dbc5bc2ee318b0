/*
id: time_to_work_or_studies
version: 1
kind: curve
unit: months
counts: people
title: { sv: Tid till arbete eller studier, en: Time to work or studies }
definition:
  sv: Månader från inskrivningen tills hälften av dem som saknade arbete och studier hade gått vidare till något av dem. Kurvan visar andelen efter 3, 6, 12, 18 och 24 månader, för arbete och för studier.
  en: Months from enrolment until half of those in neither work nor studies had gone on to one of them. The curve shows the share after 3, 6, 12, 18 and 24 months, for work and for studies.
numerator:
  sv: De som har slutat för arbete eller studier, eller som enligt en senare uppgift arbetar eller studerar; det första av dem räknas, och arbete där någon gör båda.
  en: Those who left for work or studies, or who by a later status work or study; the first of these counts, and work where someone does both.
denominator:
  sv: Alla som skrevs in första gången under perioden och då var arbetslösa eller varken arbetade eller studerade.
  en: All who enrolled for the first time in the period and then were unemployed or in neither work nor studies.
excluded:
  sv: De som hade en annan sysselsättning när de skrevs in, eller vars sysselsättning då är okänd.
  en: Those who had another occupation when they enrolled, or whose occupation then is unknown.
placed_by:
  sv: Dagen för den första inskrivningen. Den som är inskriven följs till publiceringens dag, den som har slutat till den sista uppgiften.
  en: The day of the first enrolment. Someone enrolled is followed until the day of publication, someone who has left until the last status.
limitation:
  sv: Den som inte längre följs antas ha samma chans som de som följs. Har de som tappats bort gått sämre är talet för högt. Kurvan säger inte att insatsen var orsaken.
  en: Someone no longer followed is taken to have the same chance as those who are. Where the lost did worse the figure is too high. The curve does not say that the activity was the cause.
origin: Aalen och Johansen (1978), kumulativ incidens med konkurrerande utfall
better: lower
breakdowns: [total]
needs: [engagements]
*/
select
    period_id,
    person,
    days as amount,
    case
        when occupation_at_start not in ('unemployed', 'neither') then 'excluded'
        when cause is null then 'denominator'
        else 'numerator'
    end as role,
    case
        when occupation_at_start in ('unknown', 'declined') then 'occupation_at_start_unknown'
        when occupation_at_start not in ('unemployed', 'neither') then 'other_occupation_at_start'
        else cause
    end as reason
from first_outcome
