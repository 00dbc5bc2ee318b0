/*
id: share_from_none_to_work_or_studies
version: 1
kind: share
unit: share
counts: people
title: { sv: Till arbete eller studier bland dem som saknade det, en: To work or studies among those in neither }
definition:
  sv: Andel av dem som saknade arbete och studier när de skrevs in, och som slutat under perioden, som gick vidare till arbete eller studier.
  en: Share of those who had neither work nor studies when they enrolled, and left in the period, who went on to work or studies.
numerator:
  sv: De som hade arbete eller studier som orsak till avslutet.
  en: Those whose reason for leaving is work or studies.
denominator:
  sv: Alla som har slutat under perioden och som var arbetslösa eller varken arbetade eller studerade när de skrevs in, även de vars orsak är okänd.
  en: All who left in the period and were unemployed or in neither work nor studies when they enrolled, those whose reason is unknown included.
excluded:
  sv: De som hade en annan sysselsättning när de skrevs in, eller vars sysselsättning då är okänd, och avslutsorsaker som avtalet undantar.
  en: Those who had another occupation when they enrolled, or whose occupation then is unknown, and reasons that the agreement leaves out.
placed_by:
  sv: Dagen då den sista inskrivningen avslutades. Sysselsättningen är den som noterades vid samma inskrivning.
  en: The day on which the last engagement ended. Occupation is what was noted at that enrolment.
limitation:
  sv: Talet säger vart deltagarna gick, inte att insatsen var orsaken. Det säger inte heller om arbetet eller studierna varade.
  en: The figure says where participants went, not that the activity was the cause, nor whether work or studies lasted.
origin: SKR/RKA, resultat vid avslut
better: higher
breakdowns: [total, activity, gender, age_group, district, gender*age_group]
terms: [excluded_reasons]
needs: [engagements]
*/
select
    enrolment.period_id,
    enrolment.activity,
    enrolment.person,
    case
        when enrolment.occupation_at_start not in ('unemployed', 'neither') then 'excluded'
        when excluded.value is not null then 'excluded'
        when enrolment.end_reason in ('work', 'studies') then 'numerator'
        when enrolment.end_reason = 'unknown' then 'unknown'
        else 'denominator'
    end as role,
    case
        when enrolment.occupation_at_start in ('unknown', 'declined') then 'occupation_at_start_unknown'
        when enrolment.occupation_at_start not in ('unemployed', 'neither') then 'other_occupation_at_start'
        else excluded.value
    end as reason
from enrolment
join period using (period_id)
left join definition_value as excluded on
    excluded.agreement = period.agreement
    and excluded.indicator = 'share_to_work_or_studies'
    and excluded.parameter = 'excluded_reasons'
    and excluded.value = enrolment.end_reason
where not enrolment.open_at_end
