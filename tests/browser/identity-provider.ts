import * as oidc from 'oidc-provider'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { freePort } from './dashboard.ts'

/** A municipality's sign-in, on this computer: a certified OpenID Connect provider with accounts of our own. */
export interface IdentityProvider {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  readonly close: () => Promise<void>
}

/** Signs in anyone by name, and states the roles of that name in the claim `realm_access.roles`, as Keycloak does. */
export async function openIdentityProvider(
  site: string,
  rolesOf: (account: string) => readonly string[],
): Promise<IdentityProvider> {
  const issuer = `http://localhost:${await freePort()}`
  const [clientId, clientSecret] = ['utfall', 'a secret of the test']
  const provider: oidc.Provider = new oidc.Provider(issuer, {
    clients: [
      {
        client_id: clientId,
        client_secret: clientSecret,
        token_endpoint_auth_method: 'client_secret_post',
        redirect_uris: [`${site}/logga-in/svar`],
        post_logout_redirect_uris: [`${site}/logga-ut`],
      },
    ],
    claims: { openid: ['sub', 'realm_access'] },
    conformIdTokenClaims: false,
    findAccount: (_, accountId) => ({
      accountId,
      claims: () => ({ sub: accountId, realm_access: { roles: rolesOf(accountId) } }),
    }),
    // staff of a municipality are not asked whether their employer's site may know their role
    loadExistingGrant: async ({ oidc: { client, session } }): Promise<oidc.Grant> => {
      const grant = new provider.Grant({ clientId: client?.clientId, accountId: session?.accountId })
      grant.addOIDCScope('openid')
      await grant.save()
      return grant
    },
    features: {
      rpInitiatedLogout: {
        logoutSource: (ctx, form) => {
          ctx.body = `<!doctype html><title>Sign out</title>${form}<button form="op.logoutForm" name="logout" value="yes">Yes, sign me out</button>`
        },
      },
    },
    cookies: { keys: ['of the test'] },
  })
  const server = createServer(provider.callback()).listen(Number(new URL(issuer).port), '127.0.0.1')
  await once(server, 'listening')
  return {
    issuer,
    clientId,
    clientSecret,
    close: async () => {
      if (!server.listening) return
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
