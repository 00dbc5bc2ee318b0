import type { Failure } from '#lib/access/provider.ts'

interface State {
  readonly title: string
  readonly text: string
  /** What the link says that leads on. */
  readonly onwards: string
}

export const signInPages = {
  signIn: {
    title: 'Logga in för att läsa',
    text: 'Sidan är öppen för dem som kommunen har gett behörighet. Du loggar in med ditt vanliga konto i kommunen.',
    button: 'Logga in',
    expired:
      'Du har varit inloggad i åtta timmar och behöver logga in på nytt. Sedan kommer du tillbaka till sidan du var på.',
    privacy:
      'Sidan tar emot din behörighet och ingenting annat. Vem du är sparas inte, och inte heller vad du läser. En kaka håller dig inloggad tills du loggar ut, stänger webbläsaren eller åtta timmar har gått.',
  },
  signOut: {
    button: 'Logga ut',
    ask: 'Vill du logga ut?',
    askText: 'Du är inloggad. När du loggar ut behöver du logga in igen för att läsa.',
    done: 'Du är utloggad',
    doneText: 'Ingen som använder samma webbläsare kan läsa sidan utan att logga in.',
    going: 'Du är utloggad här',
    goingText: 'Nu loggas du ut också ur kommunens inloggning. Händer inget, följ länken.',
    onwards: 'Logga ut ur kommunens inloggning',
    again: 'Logga in igen',
  },
  signInFailures: {
    refused: {
      title: 'Du loggade inte in',
      text: 'Inloggningen avbröts, eller så sade kommunens inloggning nej. Försök igen. Går det inte heller då, vänd dig till kommunens IT-stöd.',
      onwards: 'Försök igen',
    },
    no_role: {
      title: 'Ditt konto har ingen behörighet här',
      text: 'Inloggningen gick bra, men kontot har inte fått läsa den här sidan. Be den som sköter sidan om behörighet. Har du ett annat konto kan du logga in med det.',
      onwards: 'Logga in med ett annat konto',
    },
    unfinished: {
      title: 'Inloggningen blev inte klar',
      text: 'Det kan bero på att det dröjde för länge, att du öppnade inloggningen i två flikar eller att webbläsaren inte tar emot kakor. Försök igen.',
      onwards: 'Försök igen',
    },
    unreachable: {
      title: 'Kommunens inloggning svarar inte',
      text: 'Det går inte att logga in just nu. Felet är inte ditt. Försök igen om en stund. Kvarstår det, säg till den som sköter sidan.',
      onwards: 'Försök igen',
    },
  } satisfies Record<Failure, State>,
}
