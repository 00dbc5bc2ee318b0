import type { signInPages as sv } from '../sv/sign-in.ts'

export const signInPages: typeof sv = {
  signIn: {
    title: 'Sign in to read',
    text: 'This site is open to those whom the municipality has given access. You sign in with your usual account at the municipality.',
    button: 'Sign in',
    expired:
      'You have been signed in for eight hours and need to sign in again. Then you are led back to the page you were on.',
    privacy:
      'The site is told what you may see, and nothing else. It keeps neither who you are nor what you read. A cookie keeps you signed in until you sign out, close the browser, or eight hours have passed.',
  },
  signOut: {
    button: 'Sign out',
    ask: 'Do you want to sign out?',
    askText: 'You are signed in. Once signed out you need to sign in again to read.',
    done: 'You are signed out',
    doneText: 'Nobody who uses the same browser can read the site without signing in.',
    going: 'You are signed out here',
    goingText:
      "Now you are also signed out of the municipality's sign-in. If nothing happens, follow the link.",
    onwards: "Sign out of the municipality's sign-in",
    again: 'Sign in again',
  },
  signInFailures: {
    refused: {
      title: 'You did not sign in',
      text: "The sign-in was broken off, or the municipality's sign-in said no. Try again. If that does not work either, turn to the municipality's IT support.",
      onwards: 'Try again',
    },
    no_role: {
      title: 'Your account has no access here',
      text: 'The sign-in went well, but the account has not been allowed to read this site. Ask whoever runs the site for access. If you have another account you can sign in with that.',
      onwards: 'Sign in with another account',
    },
    unfinished: {
      title: 'The sign-in was not completed',
      text: 'It may have taken too long, you may have opened the sign-in in two tabs, or the browser may not take cookies. Try again.',
      onwards: 'Try again',
    },
    unreachable: {
      title: "The municipality's sign-in does not answer",
      text: 'It is not possible to sign in right now. The fault is not yours. Try again in a while. If it remains, tell whoever runs the site.',
      onwards: 'Try again',
    },
  },
}
