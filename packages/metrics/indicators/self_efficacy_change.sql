/*
id: self_efficacy_change
version: 1
kind: mean
unit: points
counts: people
title: { sv: Förändrad tilltro till den egna förmågan, en: Change in self-efficacy }
definition:
  sv: Skillnad mellan slut och start i summan av tio frågor om tilltro till den egna förmågan (S-GSE, 10–40), i medeltal.
  en: Difference between end and start in the sum of ten items on self-efficacy (S-GSE, 10–40), on average.
numerator:
  sv: Slutsumma minus startsumma för var och en som har svarat båda gångerna.
  en: End sum minus start sum of each person who answered both times.
denominator:
  sv: Personer som har svarat båda gångerna.
  en: People who answered both times.
excluded:
  sv: Svar vid slutet utan ett tidigare svar vid starten. De räknas bredvid.
  en: Answers at the end without an earlier one at the start. They are counted beside.
placed_by:
  sv: Dagen för svaret vid slutet.
  en: The day of the answer at the end.
limitation:
  sv: 'Detta är en förändring, inte en effekt: det finns ingen jämförelsegrupp. De som har svarat två gånger kan skilja sig från de andra.'
  en: 'This is a change, not an effect: there is no comparison group. Those who answered twice may differ from the others.'
origin: Schwarzer och Jerusalem 1995; svensk version Löve, Moore och Hensing 2012
better: higher
breakdowns: [total, gender, age_group, district, gender*age_group]
needs: [surveys]
*/
select
    period_id,
    person,
    end_total - start_total as amount,
    if(start_total is null, 'excluded', 'numerator') as role,
    if(start_total is null, 'no_start_answer', null) as reason
from self_efficacy_pair
