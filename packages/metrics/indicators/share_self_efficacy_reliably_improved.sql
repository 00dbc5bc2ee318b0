/*
id: share_self_efficacy_reliably_improved
version: 1
kind: share
unit: share
counts: people
title: { sv: Andel med säkerställt starkare tilltro till den egna förmågan, en: Share with reliably improved self-efficacy }
definition:
  sv: Andel vars summa på tio frågor om tilltro till den egna förmågan (S-GSE) har ökat mer än mätfelet kan förklara.
  en: Share whose sum of ten items on self-efficacy (S-GSE) has risen by more than the error of measurement explains.
numerator:
  sv: Personer vars ökning är minst 1,96 · s · √(2 · (1 − 0,90)), där s är standardavvikelsen bland startsvaren i perioden och 0,90 är frågornas tillförlitlighet.
  en: People whose rise is at least 1.96 · s · √(2 · (1 − 0.90)), where s is the standard deviation of the start answers in the period and 0.90 the reliability of the items.
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
  sv: Gränsen beror på hur olika deltagarna var vid starten. Detta är en förändring, inte en effekt.
  en: The limit depends on how much participants differed at the start. This is a change, not an effect.
origin: Jacobson och Truax 1991 (reliable change index)
better: higher
breakdowns: [total, gender, age_group, district, gender*age_group]
needs: [surveys]
*/
with judged as (
    select
        *,
        stddev_samp(start_total) over (partition by period_id) * 1.96 * sqrt(2 * (1 - 0.90)) as criterion
    from self_efficacy_pair
)
select
    period_id,
    person,
    case
        when start_total is null then 'excluded'
        when end_total > start_total and end_total - start_total >= criterion then 'numerator'
        else 'denominator'
    end as role,
    if(start_total is null, 'no_start_answer', null) as reason
from judged
