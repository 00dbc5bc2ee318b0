/** Why agreements are not set side by side. */
export const comparePage = {
  title: 'Jämför avtal',
  intro:
    'Avtalen ställs bredvid varandra bara när samma sak har mätts på samma sätt, under lika lång tid och för minst 20 personer eller tillfällen.',
  measure: 'Mått',
  period: 'Period',
  agreement: 'Avtal',
  someBases: 'Här visas bara de sätt som minst två avtal har tal för.',
  months: (spans: string) => `Perioderna är lika långa men inte samma månader: ${spans}.`,
  note: 'Avtalen har olika mål, deltagare och förutsättningar. En skillnad säger inte att det ena är bättre än det andra.',
  none: 'Inget mått är mätt på samma sätt i minst två avtal. Varför står nedan.',
  others: 'Det som inte går att jämföra',
  othersIntro: 'Antal jämförs aldrig: avtalen är olika stora.',
  obstacle: {
    not_measured: 'Bara ett avtal eller inget har ett tal för en hel period.',
    definition: 'Avtalen räknar efter olika versioner av definitionen.',
    terms: 'Avtalen har bestämt olika villkor för måttet.',
    counting_rule:
      'Insatserna räknar deltagartillfällen på olika sätt, till exempel en gång om dagen eller varje gång.',
    period: 'Avtalen har ingen hel period av samma slag.',
    base: 'Underlaget är under 20 i något av avtalen.',
  },
}
