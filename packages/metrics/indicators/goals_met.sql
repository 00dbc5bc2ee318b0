/*
id: goals_met
version: 1
kind: count
unit: goals
counts: goals
title: { sv: Nådda mål, en: Goals met }
definition:
  sv: Antal av avtalets mål som är nådda, av dem som går att bedöma.
  en: Number of the agreement's goals that are met, of those that can be judged.
numerator:
  sv: Mål där alla indikatorer når sina målvärden.
  en: Goals whose indicators all reach their targets.
denominator:
  sv: Mål som går att bedöma. Ett mål är inte nått så snart en av dess indikatorer inte är det.
  en: Goals that can be judged. A goal is not met as soon as one of its indicators is not.
excluded:
  sv: Mål som saknar mått, eller där uppgifterna inte räcker för att säga om det är nått.
  en: Goals without measures, or where there is not enough data to say whether they are met.
placed_by:
  sv: Varje målvärde bedöms på den period som det talar om, den senaste som är komplett.
  en: Each target is judged on the kind of period that it speaks of, the last that is complete.
limitation:
  sv: Antalet säger inte hur långt det är kvar till de andra målen, eller hur viktigt vart och ett är.
  en: The number does not say how far it is to the other goals, nor how much each of them matters.
better: higher
breakdowns: [total]
*/
with judged as (
    select
        agreement,
        goal,
        bool_and(verdict = 'met') as is_met,
        bool_or(verdict = 'not_met') or bool_and(verdict <> 'cannot_be_judged') as can_be_judged
    from goal
    group by agreement, goal
),
summed as (
    select agreement, count_if(is_met) as met, count_if(can_be_judged) as judged
    from judged
    group by agreement
)
select
    period.period_id,
    summed.met as amount,
    summed.judged as denominator,
    case
        when summed.agreement is null then 'not_computable'
        when summed.judged = 0 then 'no_data'
        else 'ok'
    end as status
from period
left join summed using (agreement)
where period.period_type = 'agreement'
