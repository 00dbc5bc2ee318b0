/*
id: share_self_efficacy_improved
version: 1
kind: share
unit: share
counts: people
title: { sv: Andel med starkare tilltro till den egna förmågan, en: Share with improved self-efficacy }
definition:
  sv: Andel som har en högre summa på tio frågor om tilltro till den egna förmågan (S-GSE) vid slutet än vid starten.
  en: Share whose sum of ten items on self-efficacy (S-GSE) is higher at the end than at the start.
numerator:
  sv: Personer vars summa är högre vid slutet än vid starten, om än med en poäng.
  en: People whose sum is higher at the end than at the start, be it by one point.
denominator:
  sv: Personer som har svarat både vid start och vid slut.
  en: People who answered both at the start and at the end.
excluded:
  sv: Svar vid slutet utan ett tidigare svar vid starten. De räknas bredvid.
  en: Answers at the end without an earlier one at the start. They are counted beside.
placed_by:
  sv: Dagen för svaret vid slutet.
  en: The day of the answer at the end.
limitation:
  sv: En poäng kan vara en slump. Andelen med säkerställd ökning visas som ett eget tal. Detta är en förändring, inte en effekt.
  en: One point may be chance. The share reliably improved is shown as a figure of its own. This is a change, not an effect.
better: higher
breakdowns: [total, gender, age_group, district, gender*age_group]
needs: [surveys]
*/
select
    period_id,
    person,
    case
        when start_total is null then 'excluded'
        when end_total > start_total then 'numerator'
        else 'denominator'
    end as role,
    if(start_total is null, 'no_start_answer', null) as reason
from self_efficacy_pair
